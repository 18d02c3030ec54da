import * as v from 'valibot';
import type { ArchivedChat } from '../../domain/archive/archived-chat';
import { stableId } from '../../domain/archive/stable-id';
import { bytesOfBase64 } from '../../domain/pictures/base64';
import type { Picture } from '../../domain/pictures/picture';
import { createChatLineReader, issueOf, linesOfChat } from '../chat-lines';
import { createCollector } from '../collect-chats';
import { pictureSchema } from '../guard';
import { ImportFailure } from '../import-failure';
import { LIMITS } from '../limits';
import { checkedPicture } from '../read-archive';
import { readLines } from '../read-lines';

/** What the first line of a backup's file says of the lines after it. */
export interface BackupHeader {
  readonly type: 'backup';
  readonly version: 1;
  readonly chatId: string;
  readonly stamp: string;
  readonly updatedAt: number;
  readonly writtenAt: number;
  readonly messages: number;
  /** A short sign of each message, one after the other, so that two writings can be compared. */
  readonly signs: string;
  /** SHA-256 of the bytes after the first line, in hexadecimal. */
  readonly sha256: string;
}

const header = v.object({
  type: v.literal('backup'),
  version: v.literal(1),
  chatId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  stamp: v.string(),
  updatedAt: v.number(),
  writtenAt: v.number(),
  messages: v.number(),
  signs: v.string(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
} satisfies Readonly<Record<keyof BackupHeader, v.GenericSchema>>);

const pictureLine = v.object({ type: v.literal('picture'), picture: pictureSchema });

/** A first line is not longer than that, in bytes: signs of a hundred thousand messages. */
const LONGEST_HEADER = 1_000_000;

/** Units of a sign in `signs`. */
export const SIGN_LENGTH = 8;

/** How a message is named in `signs`. */
export const signOf = (messageId: string): string => stableId(messageId).slice(0, SIGN_LENGTH);

/** Writes one chat as a backup's file: a line about it, then the lines of an archive, then a line for each picture. */
export async function encodeBackup(
  chat: ArchivedChat & { readonly chat: NonNullable<ArchivedChat['chat']> },
  { stamp, writtenAt }: Pick<BackupHeader, 'stamp' | 'writtenAt'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = [...linesOfChat(chat)];
  for (const picture of chat.pictures) lines.push(JSON.stringify({ type: 'picture', picture }));
  const body = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  const first: BackupHeader = {
    type: 'backup',
    version: 1,
    chatId: chat.chat.id,
    stamp,
    updatedAt: chat.chat.updatedAt,
    writtenAt,
    messages: chat.messages.length,
    signs: chat.messages.map(({ id }) => signOf(id)).join(''),
    sha256: await sha256Of(body),
  };
  return new Uint8Array(await new Blob([`${JSON.stringify(first)}\n`, body]).arrayBuffer());
}

/** Reads what the first line of a file says; null where it is none of a backup's. */
export async function readBackupHeader(file: Blob): Promise<BackupHeader | null> {
  return (await openBackup(file))?.header ?? null;
}

/** Whether a file is whole: its bytes are those that its first line was written for. */
export async function isWholeBackup(file: Blob): Promise<boolean> {
  const opened = await openBackup(file);
  return opened !== null && (await sha256Of(await opened.body.arrayBuffer())) === opened.header.sha256;
}

/** Reads a chat. Rejects with an ImportFailure where the file is not whole or not as Aside writes it. */
export async function readBackup(file: Blob): Promise<ArchivedChat> {
  const opened = await openBackup(file);
  if (opened === null || !(await isWholeBackup(file)))
    throw new ImportFailure('This file of the backup is damaged.');
  const reader = createChatLineReader((line) => `Line ${line + 1} of the backup`);
  const pictures: Picture[] = [];
  for await (const text of readLines(opened.body.stream(), 'The backup', LIMITS.line)) {
    if (text.startsWith('{"type":"picture"')) pictures.push(pictureOf(text));
    else reader.take(text);
  }
  const chat = reader.end();
  const collector = createCollector(LIMITS);
  if (chat !== null) collector.add({ ...chat, pictures });
  const [found] = collector.chats;
  if (found === undefined) throw new ImportFailure('This file of the backup holds no chat.');
  return found;
}

function pictureOf(text: string): Picture {
  const read = v.safeParse(pictureLine, JSON.parse(text));
  if (!read.success)
    throw new ImportFailure(`A picture of the backup is not as Aside writes it: ${issueOf(read.issues)}.`);
  const { picture } = read.output;
  const bytes = bytesOfBase64(picture.data) ?? new Uint8Array();
  // Branded ids are strings that were checked just now.
  return {
    ...picture,
    data: checkedPicture(bytes, picture.mime, 'A picture of the backup'),
  } as unknown as Picture;
}

async function openBackup(file: Blob): Promise<{ readonly header: BackupHeader; readonly body: Blob } | null> {
  const start = new Uint8Array(await file.slice(0, LONGEST_HEADER).arrayBuffer());
  const end = start.indexOf(0x0a);
  if (end === -1) return null;
  try {
    const read = v.safeParse(header, JSON.parse(new TextDecoder().decode(start.subarray(0, end))));
    return read.success ? { header: read.output, body: file.slice(end + 1) } : null;
  } catch {
    return null;
  }
}

async function sha256Of(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
