import * as v from 'valibot';
import type { ArchivedChat } from '../domain/archive/archived-chat';
import { bytesOfBase64 } from '../domain/pictures/base64';
import { issueOf } from './chat-lines';
import { createCollector } from './collect-chats';
import { FILES } from './format';
import { fromForeign } from './foreign/foreign-chat';
import { readForeign } from './foreign/read-foreign';
import { own } from './foreign/fields';
import { chatSchema, feedbackSchema, messageSchema, pageSchema, pictureSchema } from './guard';
import { partsSchema } from './guard-parts';
import { ImportFailure } from './import-failure';
import { openZip } from './open-zip';
import { checkedPicture, readArchive, type ReadOptions } from './read-archive';
import { readText } from './read-text';

/** What a file holds. */
export interface ReadFile {
  /** Whose file it is, e.g. “Aside” or “ChatGPT”. */
  readonly source: string;
  readonly chats: readonly ArchivedChat[];
  /** Chats that are not in `chats`, because they could not be read or are empty. */
  readonly unreadable: number;
}

/** Reads a file to be imported, whatever it is; nothing is stored. Rejects with an ImportFailure in plain words. */
export async function readFile(file: Blob, options: ReadOptions): Promise<ReadFile> {
  if (file.size === 0) throw new ImportFailure('This file is empty.');
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  if (!isZip) return readJson(file.stream(), 'This file', options);
  const zip = await openZip(file, options.limits, options.signal);
  try {
    if (zip.has(FILES.manifest) && zip.has(FILES.chats)) {
      return { source: 'Aside', chats: await readArchive(zip, options), unreadable: 0 };
    }
    const [name, another] = zip.endingIn('conversations.json');
    if (name === undefined || another !== undefined) {
      throw new ImportFailure(
        'This zip holds no chats that Aside knows: it reads its own archives and the exports of ChatGPT and Claude.',
      );
    }
    return await readJson(zip.bytes(name), name.slice(0, 80), options);
  } finally {
    await zip.close().catch(() => undefined);
  }
}

async function readJson(bytes: ReadableStream<Uint8Array>, name: string, options: ReadOptions): Promise<ReadFile> {
  const { limits, onMessages, signal } = options;
  const text = await readText(bytes, name, limits.json);
  signal.throwIfAborted();
  const json = parse(text, name);
  if (own(json, 'format') === 'aside-chats') return readChatsFile(json, options);
  const foreign = readForeign(json);
  if (foreign === null) {
    throw new ImportFailure(
      `${name} holds no chats that Aside knows: it reads its own files and the exports of ChatGPT, Claude, Open WebUI, LibreChat and Page Assist.`,
    );
  }
  const { source } = foreign;
  const collector = createCollector(limits, onMessages);
  const now = Date.now();
  for (const chat of foreign.chats) {
    signal.throwIfAborted();
    collector.add(fromForeign(source, chat, now));
  }
  return { source, chats: collector.chats, unreadable: foreign.unreadable };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
  } catch (reason) {
    throw new ImportFailure(`${name} is no zip and no JSON, or it is not whole. Download or export it again.`, {
      cause: reason,
    });
  }
}

const archivedSchema = v.object({
  chat: v.nullable(chatSchema),
  messages: v.array(messageSchema),
  bodies: v.array(v.object({ messageId: v.string(), parts: partsSchema })),
  feedback: v.array(feedbackSchema),
  pages: v.array(pageSchema),
  pictures: v.array(pictureSchema),
});

/** Reads what “Export” gives as JSON, and what a banner about the storage saves. */
function readChatsFile(json: unknown, { limits, onMessages }: ReadOptions): ReadFile {
  const version = own(json, 'version');
  if (version !== 1) {
    throw new ImportFailure(
      `This file is of version ${String(version).slice(0, 20)}, and this Aside reads version 1. Update Aside and try again.`,
    );
  }
  const list = own(json, 'chats');
  if (!Array.isArray(list)) throw new ImportFailure('This file has no list of chats.');
  const collector = createCollector(limits, onMessages);
  let unreadable = 0;
  for (const [index, entry] of (list as readonly unknown[]).entries()) {
    const read = v.safeParse(archivedSchema, entry, { abortEarly: true });
    if (!read.success) {
      throw new ImportFailure(`Chat ${index + 1} of the file is not as Aside writes it: ${issueOf(read.issues)}.`);
    }
    // Branded ids are strings that were checked just now.
    const archived = read.output as unknown as ArchivedChat;
    const { chat } = archived;
    if (chat === null || archived.messages.some((message) => message.chatId !== chat.id)) unreadable += 1;
    else collector.add({ ...archived, pictures: archived.pictures.map(checkedRow) });
  }
  return { source: 'Aside', chats: collector.chats, unreadable };
}

function checkedRow(picture: ArchivedChat['pictures'][number]): ArchivedChat['pictures'][number] {
  const bytes = bytesOfBase64(picture.data) ?? new Uint8Array();
  return { ...picture, data: checkedPicture(bytes, picture.mime, 'A picture of the file') };
}
