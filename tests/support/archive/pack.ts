import type { ArchivedChat } from '../../../lib/domain/archive/archived-chat';
import { LIMITS, type ImportLimits } from '../../../lib/archive/limits';
import { readFile, type ReadFile } from '../../../lib/archive/read-file';
import { writeArchive } from '../../../lib/archive/write-archive';

/** Chats as an archive. */
export async function pack(chats: readonly ArchivedChat[], signal = new AbortController().signal): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const pictures = new Map(
    chats.flatMap((chat) => chat.pictures.map((picture) => [picture.id, picture] as const)),
  );
  await writeArchive({
    source: {
      chats: (async function* () {
        yield* chats;
      })(),
      picture: async (id) => pictures.get(id) ?? 'missing',
    },
    to: new WritableStream({ write: (chunk: Uint8Array) => void chunks.push(new Uint8Array(chunk)) }),
    now: new Date(0),
    aside: '0.0.0',
    signal,
  });
  return new Blob(chunks);
}

/** Reads a file as an import does. */
export function unpack(file: Blob, limits: Partial<ImportLimits> = {}): Promise<ReadFile> {
  return readFile(file, { limits: { ...LIMITS, ...limits }, signal: new AbortController().signal });
}
