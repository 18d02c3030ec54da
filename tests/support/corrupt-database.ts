import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BrowserFamily } from '../../scripts/browsers/find-browser.ts';

/** Where a profile keeps Aside's database, and which of the files there are its own. */
const PLACES: Readonly<Record<BrowserFamily, { readonly folder: string; readonly file: RegExp }>> = {
  chromium: { folder: 'Default/IndexedDB', file: /\.leveldb\/(?!LOCK$|LOG(\.old)?$)/ },
  // The other databases there hold the extension's settings.
  firefox: { folder: 'storage/default', file: /^moz-extension\+\+\+[\w-]+\/idb\/\d+aesdi\.sqlite(-wal)?$/ },
};

type Damage = (bytes: Buffer, random: () => number) => Buffer | null;

/** What disks and crashes do to files; null: the file is gone. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'ten bytes changed': (bytes, random) => {
    for (let count = 0; count < 10 && bytes.length > 0; count += 1) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    return bytes;
  },
  'cut short': (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  'a stretch of zeros': (bytes, random) => {
    const from = Math.floor(random() * bytes.length);
    return bytes.fill(0, from, Math.min(from + 4096, bytes.length));
  },
  'the beginning overwritten': (bytes, random) => {
    for (let at = 0; at < Math.min(64, bytes.length); at += 1) bytes[at] = Math.floor(random() * 256);
    return bytes;
  },
  emptied: () => Buffer.alloc(0),
  gone: () => null,
};

/**
 * Damages one file, or all, of Aside's database in a profile that no browser uses. The same seed does the same to the
 * same files. Says what was done.
 */
export async function corruptDatabase(family: BrowserFamily, profile: string, seed: number): Promise<string> {
  const { folder, file } = PLACES[family];
  const root = join(profile, folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => file.test(path))
    .sort();
  if (files.length === 0) throw new Error(`There is no database of Aside in ${root}`);
  const random = seeded(seed);
  const kinds = Object.keys(DAMAGES);
  const kind = kinds[(seed - 1) % kinds.length] ?? '';
  const target = files[Math.floor(random() * files.length)] ?? '';
  const hit = random() < 0.3 ? files : [target];
  for (const path of hit) {
    const damaged = DAMAGES[kind]?.(await readFile(join(root, path)), random) ?? null;
    if (damaged === null) await rm(join(root, path));
    else await writeFile(join(root, path), damaged);
  }
  return `${kind}: ${hit.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ')}`;
}

/**
 * Puts bytes that Firefox can unpack (one literal of Snappy) but not decode (a structured clone that ends in nonsense) in the
 * place of the first stored chat. Says what was done.
 */
export async function breakFirefoxValue(profile: string): Promise<string> {
  const { folder, file } = PLACES.firefox;
  const root = join(profile, folder);
  const name = (await readdir(root, { recursive: true })).find((path) => file.test(path) && path.endsWith('e'));
  if (name === undefined) throw new Error(`There is no database of Aside in ${root}`);
  // The header and the beginning of an object, as Firefox writes them, and then a tag that there is not.
  const clone = Buffer.from('030000000000f1ff000000000800ffff000000007777ffff', 'hex');
  const database = new DatabaseSync(join(root, name));
  // A trigger of the table calls it; these rows hold no files.
  database.function('update_refcount', () => 0);
  const { changes } = database
    .prepare(
      `UPDATE object_data SET data = ? WHERE (object_store_id, key) = (SELECT object_store_id, key FROM object_data
       JOIN object_store ON object_store.id = object_store_id WHERE object_store.name = 'chats' LIMIT 1)`,
    )
    .run(Buffer.from([clone.length, (clone.length - 1) << 2, ...clone]));
  database.close();
  if (changes !== 1) throw new Error('There is no stored chat.');
  return 'a value that cannot be decoded';
}

/** Random numbers from 0 to below 1 that a seed determines (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
