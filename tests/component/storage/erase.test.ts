import { expect, test } from 'vitest';
import { createChatStore } from '../../../lib/storage/chat-store';
import { clearChats, dropDatabase } from '../../../lib/storage/erase';
import { unusedSince } from '../../../lib/storage/unused-chats';
import { chatRow, turnRows } from '../../support/rows';
import { openDatabase } from './open-database';
import { putBack } from '../../../lib/storage/backup/put-back';
import { smallChat } from '../../support/archive/small-chat';

test('clearing chats leaves nothing but keys, and a database that works', async () => {
  const database = await openDatabase();
  await putBack(database, smallChat('a', 4));
  await database.keys.put({ providerId: 'p', host: 'example.com', value: 'secret' });
  await clearChats(database);
  const counts = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()]));
  expect(Object.fromEntries(counts.filter(([, count]) => count !== 0))).toEqual({ keys: 1, searchState: 1 });
  await createChatStore(database).beginTurn(turnRows());
  expect(await database.messages.count()).toBe(2);
});

test('a database that is dropped is new when it is opened again', async () => {
  const database = await openDatabase();
  await putBack(database, smallChat('a'));
  database.close();
  await dropDatabase(database.name);
  const again = await openDatabase(database.name);
  expect(await again.chats.count()).toBe(0);
});

test('unused chats are the old ones that are neither pinned nor deleted', async () => {
  const database = await openDatabase();
  await database.chats.bulkPut([
    chatRow('old', { updatedAt: 10 }),
    chatRow('older', { updatedAt: 5 }),
    chatRow('pinned', { updatedAt: 5, pinned: true }),
    chatRow('deleted', { updatedAt: 5, deletedAt: 7 }),
    chatRow('new', { updatedAt: 100 }),
  ]);
  expect(await unusedSince(database, 50, 10)).toEqual(['older', 'old']);
  expect(await unusedSince(database, 50, 1)).toEqual(['older']);
});
