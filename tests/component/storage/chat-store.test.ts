import { beforeEach, describe, expect, test } from 'vitest';
import type { RunId } from '../../../lib/domain/ids';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import type { AsideDatabase } from '../../../lib/storage/schema';
import { describeChatStore } from '../../support/chat-store-contract';
import { answerRow, chatIdOf, messageIdOf, questionRow, textParts, turnRows } from '../../support/rows';
import { openDatabase } from './open-database';

describeChatStore('the chat store over IndexedDB', async () => {
  const database = await openDatabase();
  return { store: createChatStore(database), queries: createQueries(database) };
});

describe('over IndexedDB', () => {
  let database: AsideDatabase;
  beforeEach(async () => {
    database = await openDatabase();
  });

  const counts = async () =>
    Promise.all([database.chats, database.messages, database.bodies, database.runs].map((table) => table.count()));

  test('a turn that fails in its last row leaves none of the others', async () => {
    const store = createChatStore(database);
    const unwritable = { ...turnRows().chat, title: (() => undefined) as unknown as string };
    await expect(store.beginTurn(turnRows({ chat: unwritable }))).rejects.toThrow();
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  test('a turn that fails keeps what it was to discard', async () => {
    const store = createChatStore(database);
    await store.beginTurn(turnRows());
    const unwritable = { ...turnRows().chat, title: (() => undefined) as unknown as string };
    const turn = turnRows({ chat: unwritable, question: null, discard: [messageIdOf('q')] });
    await expect(store.beginTurn(turn)).rejects.toThrow();
    expect(await store.thread(messageIdOf('a'))).toHaveLength(2);
  });

  test('an end that cannot be written whole leaves the run and its checkpoint', async () => {
    const store = createChatStore(database);
    await store.beginTurn(turnRows());
    await store.checkpoint({ run: turnRows().run, parts: textParts('Half') });
    const unwritable = answerRow('a', 'q', { note: (() => undefined) as unknown as string });
    await expect(store.finishRun(turnRows().run, unwritable, textParts('All'))).rejects.toThrow();
    expect((await store.thread(messageIdOf('a'))).at(-1)).toMatchObject({
      message: { status: 'streaming' },
      parts: textParts('Half'),
    });
    expect(await database.runs.count()).toBe(1);
  });

  test('a run that was left behind goes with its chat', async () => {
    const store = createChatStore(database);
    await store.beginTurn(turnRows({ run: { ...turnRows().run, id: 'left' as RunId } }));
    await store.updateChat(chatIdOf('c'), { deletedAt: 1 });
    await store.purgeDeleted(5000);
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  test('a turn may take any number of messages off for good', async () => {
    const many = Array.from({ length: 300 }, (_, at) => questionRow(`q${at}`, null));
    await database.messages.bulkPut(many);
    await createChatStore(database).beginTurn(turnRows({ discard: many.map(({ id }) => id) }));
    expect(await database.messages.count()).toBe(2);
  });

  test('what was committed is there for another connection and after a restart', async () => {
    await createChatStore(database).beginTurn(turnRows());
    const other = createChatStore(await openDatabase(database.name));
    expect(await other.thread(messageIdOf('a'))).toHaveLength(2);
    database.close();
    expect(await createChatStore(await openDatabase(database.name)).chat(chatIdOf('c'))).toEqual(turnRows().chat);
  });
});
