import { isOlder } from './await-upgrade';
import { SCHEMA_VERSION, type AsideDatabase } from './schema';
import { StorageFailure } from './storage-health';

/** A database that has not opened by then is taken to hang, in ms. */
const OPEN_LIMIT_MS = 15_000;

/**
 * Opens the database or says why not: rejects where it doesn't open, is of a newer schema (it stays open and may be
 * read) or waits for an older page that holds it.
 */
export async function openSafely(database: AsideDatabase, limit = OPEN_LIMIT_MS): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const held = new Promise<never>((_resolve, reject) => {
    database.on('blocked', () => reject(new StorageFailure('blocked')));
    timer = setTimeout(() => {
      // Behind another one that waits to upgrade it, nobody is told that it is held.
      void isOlder(database.name).then((older) => reject(new StorageFailure(older ? 'blocked' : 'unusable')));
    }, limit);
  });
  try {
    await Promise.race([database.open(), held]);
  } finally {
    clearTimeout(timer);
  }
  // Dexie opens a newer database as it is; its native version is ten times ours.
  if (Math.floor(database.backendDB().version / 10) > SCHEMA_VERSION) throw new StorageFailure('newer');
}
