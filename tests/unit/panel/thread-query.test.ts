import { beforeEach, describe, expect, test } from 'vitest';
import { createThreadQuery, EMPTY_THREAD } from '../../../lib/panel/thread-query';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryChatStore, type MemoryChatStore } from '../../support/memory-chat-store';
import { answerRow, chatIdOf, textParts, turnRows } from '../../support/rows';

const CHAT = chatIdOf('c');

describe('a thread’s query', () => {
  let store: MemoryChatStore;
  let ends: (readonly string[])[];
  const query = (chatId: typeof CHAT | null) =>
    createThreadQuery(createMemoryQueries(store.rows), chatId, async (branch) => {
      ends.push(branch.map(({ id }) => id));
    });

  beforeEach(async () => {
    store = createMemoryChatStore();
    ends = [];
    await store.beginTurn(turnRows());
  });

  test('gives the branch on view, once the texts of its end were read', async () => {
    const view = await query(CHAT)();
    expect(view.branch.map(({ id }) => id)).toEqual(['q', 'a']);
    expect(view.chat?.id).toBe(CHAT);
    expect(ends).toEqual([['q', 'a']]);
  });

  test('gives the versions of its messages', async () => {
    const other = answerRow('b', 'q', { createdAt: 2000 });
    await store.finishRun(turnRows().run, other, textParts('Otherwise.'));
    const view = await query(CHAT)();
    expect(view.branch.map((message) => view.versionsOf(message).length)).toEqual([1, 2]);
  });

  test('gives rows that stayed equal as the same objects', async () => {
    const read = query(CHAT);
    const before = await read();
    await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2000 }), textParts('Because.'));
    const after = await read();
    expect(after.branch[0]).toBe(before.branch[0]);
    expect(after.branch[1]).not.toBe(before.branch[1]);
    expect(after.branch[1]?.finishedAt).toBe(2000);
  });

  test('is empty for no chat, a missing one and a deleted one', async () => {
    expect(await query(null)()).toBe(EMPTY_THREAD);
    expect(await query(chatIdOf('none'))()).toBe(EMPTY_THREAD);
    await store.updateChat(CHAT, { deletedAt: 1 });
    expect(await query(CHAT)()).toBe(EMPTY_THREAD);
  });

  test('shows nothing of a cleared chat but keeps it', async () => {
    await store.updateChat(CHAT, { leafId: null });
    expect(await query(CHAT)()).toMatchObject({ branch: [], chat: { id: 'c' } });
  });
});
