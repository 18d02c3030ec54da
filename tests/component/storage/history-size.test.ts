import { expect, test } from 'vitest';
import { chatIdOf, chatRow, messageIdOf, questionRow, textParts, turnRows } from '../../support/rows';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import type { AsideDatabase } from '../../../lib/storage/schema';
import { openDatabase } from './open-database';

/** Counts the rows and keys that the database gives from now on. */
function countReads(database: AsideDatabase): () => number {
  let read = 0;
  const counted = (result: unknown) => {
    read += Array.isArray(result) ? result.length : 1;
  };
  database.use({
    stack: 'dbcore',
    name: 'count-reads',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => table.get(request).then((row) => (counted(row), row)),
          getMany: (request) => table.getMany(request).then((rows) => (counted(rows), rows)),
          query: (request) => table.query(request).then((found) => (counted(found.result), found)),
          count: (request) => table.count(request).then((count) => ((read += count), count)),
          openCursor: (request) => table.openCursor(request).then((cursor) => ((read += 1), cursor)),
        };
      },
    }),
  });
  return () => read;
}

async function readsWith(chats: number): Promise<Record<string, number>> {
  const database = await openDatabase();
  await database.transaction('rw', [database.chats, database.messages, database.bodies], async () => {
    const ids = Array.from({ length: chats }, (_, index) => index);
    const rows = ids.map((id) => questionRow(`m${id}`, null, { chatId: chatIdOf(`c${id}`) }));
    await database.chats.bulkPut(ids.map((id) => chatRow(`c${id}`, { leafId: messageIdOf(`m${id}`) })));
    await database.messages.bulkPut(rows);
    await database.bodies.bulkPut(rows.map(({ id }) => ({ messageId: id, parts: textParts('Why?') })));
  });
  database.close();
  const read = countReads(database);
  await database.open();
  const store = createChatStore(database);
  const queries = createQueries(database);
  const reads: Record<string, number> = {};
  const measure = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const before = read();
    await work();
    reads[name] = read() - before;
  };
  await measure('starting', async () => {
    await store.deadRuns('me');
    await store.purgeDeleted(1_000);
  });
  await measure('opening a chat', async () => {
    await queries.chat(chatIdOf('c3'));
    await queries.messages(chatIdOf('c3'));
    await queries.bodies([messageIdOf('m3')]);
  });
  await measure('asking', async () => {
    const turn = turnRows();
    await store.beginTurn(turn);
    await store.thread(turn.run.messageId);
    await store.checkpoint({ run: turn.run, parts: textParts('Because.') });
  });
  return reads;
}

test('what is read to start, to open a chat and to ask does not grow with the number of chats', async () => {
  const few = await readsWith(10);
  expect(await readsWith(2_000)).toEqual(few);
  expect(few['opening a chat']).toBeGreaterThan(2);
});
