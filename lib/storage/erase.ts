import { deleteDatabase } from './renew-database';
import type { AsideDatabase } from './schema';

/** Tables that an erasure of chats alone leaves: what concerns keys. */
const KEPT: readonly string[] = ['keys', 'locks'];

/** Empties every table but those of keys. Rejects with the database's own error. */
export async function clearChats(database: AsideDatabase): Promise<void> {
  const tables = database.tables.filter(({ name }) => !KEPT.includes(name));
  await database.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    // Texts that go are noted there, for the index to forget them.
    await database.unindexed.clear();
    // As in a new database: there is no message that the index has not heard of.
    await database.searchState.put({ id: 'gone-through', after: null, done: true });
  });
}

/** Removes the database of that name, closed here. Rejects where it does not go. */
export async function dropDatabase(name: string): Promise<void> {
  if (await deleteDatabase(name)) return;
  throw new Error('The browser did not remove the database. Close Aside’s other tabs and panels, then try again.');
}
