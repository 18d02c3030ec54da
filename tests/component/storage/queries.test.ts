import { liveQuery } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import type { Chat } from '../../../lib/domain/chat';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import { chatIdOf, chatRow, messageIdOf, snapshotIdOf, turnRows } from '../../support/rows';
import { openDatabase } from './open-database';

describe('the panels’ queries', () => {
  test('list chats, the last used first, without deleted ones', async () => {
    const database = await openDatabase();
    await database.chats.bulkPut([
      chatRow('old', { updatedAt: 1 }),
      chatRow('new', { updatedAt: 3 }),
      chatRow('gone', { updatedAt: 4, deletedAt: 5 }),
      chatRow('mid', { updatedAt: 2 }),
    ]);
    expect((await createQueries(database).chats()).map(({ id }) => id)).toEqual(['new', 'mid', 'old']);
  });

  test('leave out what is not there', async () => {
    const database = await openDatabase();
    await createChatStore(database).beginTurn(turnRows());
    const queries = createQueries(database);
    expect((await queries.bodies([messageIdOf('gone'), messageIdOf('q')])).map((body) => body.messageId)).toEqual([
      'q',
    ]);
    expect(await queries.snapshots([snapshotIdOf('gone')])).toEqual([]);
    expect(await queries.feedback([messageIdOf('a')])).toEqual([]);
    expect(await queries.messages(chatIdOf('c'))).toHaveLength(2);
    expect(await queries.chat(chatIdOf('gone'))).toBeUndefined();
  });

  test('see what another connection writes', async () => {
    const panel = await openDatabase();
    const background = createChatStore(await openDatabase(panel.name));
    const results: (readonly Chat[])[] = [];
    const queries = createQueries(panel);
    const subscription = liveQuery(() => queries.chats()).subscribe((chats) => results.push(chats));
    await vi.waitFor(() => expect(results).toHaveLength(1));
    await background.beginTurn(turnRows());
    await vi.waitFor(() => expect(results.at(-1)?.map(({ id }) => id)).toEqual(['c']));
    await background.updateChat(chatIdOf('c'), { title: 'Renamed' });
    await vi.waitFor(() => expect(results.at(-1)?.[0]?.title).toBe('Renamed'));
    subscription.unsubscribe();
  });
});
