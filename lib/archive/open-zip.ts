import {
  BlobReader,
  ZipReader,
  configure,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { ImportFailure } from './import-failure';
import type { ImportLimits } from './limits';
import { formatNumber } from '../words/format';
import { plural } from '../words/plural';

/** The files of a zip by their names; what they unpack to is counted over all of them. */
export interface OpenedZip {
  has(name: string): boolean;
  /** Names that end so, e.g. `conversations.json`, folders before it or not. */
  endingIn(name: string): readonly string[];
  /** The bytes of a file, checked as they come. Fails where the file is damaged, or holds more than an import takes. */
  bytes(name: string): ReadableStream<Uint8Array>;
  close(): Promise<void>;
}

/** More than text can be compressed, in a file that is large. */
const BOMB = { ratio: 1_000, size: 50_000_000 };

/** Opens a zip and reads what it says of itself; nothing is unpacked yet. Names lead nowhere but to its own files. */
export async function openZip(file: Blob, limits: ImportLimits, signal: AbortSignal): Promise<OpenedZip> {
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new BlobReader(file), {
    useWebWorkers: false,
    filenameValidation: 'tolerant',
    checkOverlappingEntry: true,
    signal,
  });
  const entries = await listEntries(reader, limits);
  let unpacked = 0;

  function entryOf(name: string): FileEntry {
    const entry = entries.get(name);
    if (entry === undefined || entry.directory) throw new ImportFailure(`${name} is missing in it.`);
    if (entry.encrypted) throw new ImportFailure(`${name} is encrypted, and Aside has no field for its password.`);
    const { uncompressedSize, compressedSize } = entry;
    const isBomb = uncompressedSize > BOMB.size && uncompressedSize > compressedSize * BOMB.ratio;
    if (isBomb || uncompressedSize > limits.unpacked) throw tooLarge(name, limits);
    return entry;
  }

  return {
    has: (name) => entries.has(name),
    endingIn: (name) => [...entries.keys()].filter((key) => key === name || key.endsWith(`/${name}`)),
    bytes(name) {
      const entry = entryOf(name);
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          unpacked += chunk.length;
          if (unpacked > limits.unpacked) controller.error(tooLarge(name, limits));
          else controller.enqueue(chunk);
        },
      });
      // Whoever reads hears of a failure by the stream.
      entry
        .getData(counted.writable, { checkSignature: true })
        .catch((reason: unknown) => counted.writable.abort(reason).catch(() => undefined));
      return tellingOf(counted.readable, name);
    },
    close: () => reader.close(),
  };
}

/** The same bytes; where they can't be had, that is told in words. */
function tellingOf(bytes: ReadableStream<Uint8Array>, name: string): ReadableStream<Uint8Array> {
  const reader = bytes.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (reason) {
        controller.error(reason instanceof ImportFailure ? reason : damaged(name, reason));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

async function listEntries(reader: ZipReader<unknown>, limits: ImportLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.has(entry.filename)) throw new ImportFailure(`${entry.filename.slice(0, 80)} is in it twice.`);
      entries.set(entry.filename, entry);
      if (entries.size > limits.entries) {
        throw new ImportFailure(
          plural(limits.entries, ['It holds more than one file.', 'It holds more than # files.']),
        );
      }
    }
  } catch (reason) {
    if (reason instanceof ImportFailure) throw reason;
    throw new ImportFailure('This zip is damaged or not whole. Download or export it again.', { cause: reason });
  }
  return entries;
}

function tooLarge(name: string, limits: ImportLimits): ImportFailure {
  const gigabytes = formatNumber(limits.unpacked / 1e9);
  return new ImportFailure(
    `${name} unpacks to more than Aside takes at once (${gigabytes} GB) or than text can be packed.`,
  );
}

function damaged(name: string, cause: unknown): ImportFailure {
  return new ImportFailure(`${name} is damaged. Download or export the file again.`, { cause });
}
