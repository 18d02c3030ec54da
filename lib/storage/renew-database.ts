import type { AsideDatabase, KeyRow, LockRow } from './schema';

/** A database that is not gone by then is taken not to go, in ms: somebody holds it, or the browser has lost it. */
const DELETE_LIMIT_MS = 10_000;

/** The keys and what they are sealed with, as they are stored. */
export interface KeyTables {
  readonly keys: readonly KeyRow[];
  readonly locks: readonly LockRow[];
}

/** Reads what can be read of the keys, so that a new database has them too: nothing of one that did not open. */
export async function readKeyTables(
  database: Pick<AsideDatabase, 'keys' | 'locks' | 'isOpen'>,
): Promise<KeyTables> {
  if (!database.isOpen()) return { keys: [], locks: [] };
  const { keys, locks } = database;
  return { keys: await keys.toArray().catch(() => []), locks: await locks.toArray().catch(() => []) };
}

/** Puts keys into a new database; what is there already stands. */
export async function putKeyTables(
  { keys, locks }: Pick<AsideDatabase, 'keys' | 'locks'>,
  carried: KeyTables,
): Promise<void> {
  const there = new Set(await keys.toCollection().primaryKeys());
  await keys.bulkPut(carried.keys.filter(({ providerId }) => !there.has(providerId)));
  const locked = new Set(await locks.toCollection().primaryKeys());
  await locks.bulkPut(carried.locks.filter(({ id }) => !locked.has(id)));
}

/** Removes a database that was closed here; other connections are told to close. Resolves to whether it is gone. */
export function deleteDatabase(name: string, limit = DELETE_LIMIT_MS): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), limit);
    try {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve(true);
      request.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
