import { BlobReader, TextReader, ZipWriter, configure } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ArchivedChat } from '../domain/archive/archived-chat';
import type { PictureId } from '../domain/ids';
import { bytesOfBase64 } from '../domain/pictures/base64';
import type { Picture } from '../domain/pictures/picture';
import { pictureIdsIn } from '../domain/pictures/picture-reference';
import { linesOfChat } from './chat-lines';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, FILES, type Manifest } from './format';

/** Where the chats come from: one at a time, so that no more than one has to fit into memory. */
export interface ArchiveSource {
  /** Without pictures. */
  readonly chats: AsyncIterable<ArchivedChat>;
  /** Reads a picture, or says why it can't be had: it is stored and can't be read, or it is not stored any more. */
  readonly picture: (id: PictureId) => Promise<Picture | 'unreadable' | 'missing'>;
}

/** How it is written. */
export interface WriteArchiveOptions {
  readonly source: ArchiveSource;
  /** Takes the bytes in order. */
  readonly to: WritableStream<Uint8Array>;
  readonly now: Date;
  /** Aside's version. */
  readonly aside: string;
  /** Hears how many chats are written. */
  readonly onChat?: (chats: number) => void;
  readonly signal: AbortSignal;
}

/** Writes everything as one archive (docs/archive.md), a stream throughout. Resolves to what it says of itself. */
export async function writeArchive(options: WriteArchiveOptions): Promise<Manifest> {
  configure({ useWebWorkers: false });
  const { source, to, now, aside, onChat, signal } = options;
  const counts = { chats: 0, messages: 0, pages: 0, pictures: 0, unreadPictures: 0, missingPictures: 0 };
  const pictureIds = new Set<PictureId>();
  const messageIds = new Set<string>();
  const zip = new ZipWriter<unknown>(to, { useWebWorkers: false, signal });

  async function* lines(): AsyncIterable<string> {
    for await (const archived of source.chats) {
      signal.throwIfAborted();
      if (archived.chat === null) continue;
      for (const line of linesOfChat(archived)) yield `${line}\n`;
      for (const { id } of archived.messages) messageIds.add(id);
      for (const { parts } of archived.bodies) {
        for (const { text } of parts) for (const id of pictureIdsIn(text)) pictureIds.add(id);
      }
      counts.chats += 1;
      counts.messages += archived.messages.length;
      counts.pages += archived.pages.length;
      onChat?.(counts.chats);
    }
  }

  await zip.add(FILES.chats, bytesOf(lines()));
  const index: string[] = [];
  for (const id of pictureIds) {
    signal.throwIfAborted();
    const picture = await source.picture(id);
    if (picture === 'missing') {
      counts.missingPictures += 1;
      continue;
    }
    // Of an answer that is gone.
    if (picture !== 'unreadable' && !messageIds.has(picture.messageId)) continue;
    const bytes = picture === 'unreadable' ? null : bytesOfBase64(picture.data);
    if (picture === 'unreadable' || bytes === null) {
      counts.unreadPictures += 1;
      continue;
    }
    counts.pictures += 1;
    const file = `pictures/${counts.pictures}.${picture.mime.slice('image/'.length)}`;
    // They are compressed already.
    await zip.add(file, new BlobReader(new Blob([bytes])), { level: 0 });
    const { data: _, ...row } = picture;
    index.push(JSON.stringify({ file, picture: row }));
  }
  await zip.add(FILES.pictures, new TextReader(index.map((line) => `${line}\n`).join('')));
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    exportedAt: now.toISOString(),
    aside,
    ...counts,
  };
  await zip.add(FILES.manifest, new TextReader(`${JSON.stringify(manifest, null, 1)}\n`));
  await zip.close();
  return manifest;
}

function bytesOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}
