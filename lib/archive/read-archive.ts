import * as v from 'valibot';
import type { ArchivedChat } from '../domain/archive/archived-chat';
import type { MessageId } from '../domain/ids';
import { inspectPicture } from '../domain/pictures/inspect-picture';
import type { Picture } from '../domain/pictures/picture';
import { createChatLineReader, issueOf, type GrowingChat } from './chat-lines';
import { createCollector, type Collector } from './collect-chats';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, FILES } from './format';
import { pictureSchema } from './guard';
import { ImportFailure } from './import-failure';
import type { ImportLimits } from './limits';
import type { OpenedZip } from './open-zip';
import { readLines } from './read-lines';
import { readText } from './read-text';
import { formatNumber } from '../words/format';

const manifestSchema = v.object({ format: v.literal(ARCHIVE_FORMAT), version: v.number() });
const pictureLine = v.object({ file: v.string(), picture: v.omit(pictureSchema, ['data']) });

/** What reading needs besides the file. */
export interface ReadOptions {
  readonly limits: ImportLimits;
  /** Hears how many messages are read. */
  readonly onMessages?: (messages: number) => void;
  readonly signal: AbortSignal;
}

/** Reads Aside's own archive whole; fails rather than leaving anything out. */
export async function readArchive(zip: OpenedZip, options: ReadOptions): Promise<readonly ArchivedChat[]> {
  const { limits, onMessages, signal } = options;
  await checkManifest(zip);
  const collector = createCollector(limits, onMessages);
  const reader = createChatLineReader((line) => `Line ${formatNumber(line)} of ${FILES.chats}`, limits.messages);
  for await (const line of readLines(zip.bytes(FILES.chats), FILES.chats, limits.line)) {
    signal.throwIfAborted();
    take(collector, reader.take(line));
  }
  take(collector, reader.end());
  return addPictures(zip, collector.chats, options);
}

function take(collector: Collector, chat: GrowingChat | null): void {
  if (chat !== null) collector.add({ ...chat, pictures: [] });
}

async function checkManifest(zip: OpenedZip): Promise<void> {
  const text = await readText(zip.bytes(FILES.manifest), FILES.manifest, 1_000_000);
  const read = v.safeParse(manifestSchema, parse(text));
  if (!read.success)
    throw new ImportFailure(`${FILES.manifest} is not as Aside writes it: ${issueOf(read.issues)}.`);
  const { version } = read.output;
  if (Number.isInteger(version) && version >= 1 && version <= ARCHIVE_VERSION) return;
  throw new ImportFailure(
    `This archive is of version ${version}, and this Aside reads version ${ARCHIVE_VERSION}. Update Aside and try again.`,
  );
}

/** Puts each picture to the chat whose answer it belongs to. */
async function addPictures(
  zip: OpenedZip,
  chats: readonly ArchivedChat[],
  { limits, signal }: ReadOptions,
): Promise<readonly ArchivedChat[]> {
  if (!zip.has(FILES.pictures)) return chats;
  const chatOf = new Map<MessageId, number>();
  chats.forEach(({ messages }, index) => messages.forEach(({ id }) => chatOf.set(id, index)));
  const pictures = new Map<number, Picture[]>();
  for await (const line of readLines(zip.bytes(FILES.pictures), FILES.pictures, limits.line)) {
    signal.throwIfAborted();
    const read = v.safeParse(pictureLine, parse(line));
    if (!read.success)
      throw new ImportFailure(`${FILES.pictures} is not as Aside writes it: ${issueOf(read.issues)}.`);
    const { file, picture } = read.output;
    const bytes = await readBytes(zip.bytes(file), file);
    const data = checkedPicture(bytes, picture.mime, file);
    const row = { ...picture, data } as unknown as Picture;
    const index = chatOf.get(row.messageId);
    if (index === undefined) throw new ImportFailure(`${file.slice(0, 80)} belongs to no answer.`);
    pictures.set(index, [...(pictures.get(index) ?? []), row]);
  }
  return chats.map((chat, index) => ({ ...chat, pictures: pictures.get(index) ?? [] }));
}

/** A picture's bytes in base64; fails where they are not what they are said to be. */
export function checkedPicture(bytes: Uint8Array, mime: string, name: string): string {
  const inspected = inspectPicture(bytes);
  if (!('mime' in inspected) || inspected.mime !== mime) {
    throw new ImportFailure(`${name.slice(0, 80)} is not the picture that it is said to be.`);
  }
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

async function readBytes(stream: ReadableStream<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    chunks.push(new Uint8Array(value));
    size += value.length;
    if (size > 25_000_000) {
      await reader.cancel();
      throw new ImportFailure(`${name.slice(0, 80)} is larger than a picture may be (25 MB).`);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
