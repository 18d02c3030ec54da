import { beforeEach, describe, expect, test } from 'vitest';
import { createThreadQuery, EMPTY_THREAD } from '../../../lib/panel/thread-query';
import type { Queries } from '../../../lib/storage/queries';
import { createMemoryChatStore, type MemoryChatStore } from '../../support/memory-chat-store';
import { answerRow, block, chatIdOf, messageIdOf, snapshotRow, textParts, turnRows } from '../../support/rows';

const CHAT = chatIdOf('c');

/** The panels' queries over a store in memory, with what they were asked for. */
function queriesOf({ rows }: MemoryChatStore): Queries & { readonly reads: string[] } {
  const reads: string[] = [];
  const get = <Id, Row>(what: string, table: Map<Id, Row>, ids: readonly Id[]) => {
    reads.push(`${what} ${ids.join()}`);
    return ids.flatMap((id) => table.get(id) ?? []);
  };
  return {
    reads,
    chats: async () => [...rows.chats.values()],
    chat: async (id) => rows.chats.get(id),
    messages: async (id) => [...rows.messages.values()].filter(({ chatId }) => chatId === id),
    bodies: async (ids) => get('bodies', rows.bodies, ids),
    snapshots: async (ids) => get('snapshots', rows.snapshots, ids),
    feedback: async (ids) => get('feedback', rows.feedback, ids),
    chatIdsOfMessages: async () => [],
  };
}

describe('a thread’s query', () => {
  let store: MemoryChatStore;
  let queries: ReturnType<typeof queriesOf>;
  beforeEach(async () => {
    store = createMemoryChatStore();
    queries = queriesOf(store);
    await store.beginTurn(turnRows());
  });
  const finish = (finishedAt: number, text: string) =>
    store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt }), textParts(text));

  test('gives the branch on view with its bodies', async () => {
    await finish(2000, 'Because.');
    const view = await createThreadQuery(queries, CHAT)();
    expect(view.branch.map(({ message, parts }) => [message.id, parts[0]?.text])).toEqual([
      ['q', 'Why?'],
      ['a', 'Because.'],
    ]);
    expect(view.messages).toHaveLength(2);
    expect(view.chat?.id).toBe(CHAT);
  });

  test('reads no body that a run rewrites, and each other body once', async () => {
    const read = createThreadQuery(queries, CHAT);
    await read();
    await store.checkpoint({ run: turnRows().run, parts: textParts('Bec') });
    await read();
    await finish(2000, 'Because.');
    expect((await read()).branch.at(-1)?.parts).toEqual(textParts('Because.'));
    await read();
    expect(queries.reads).toEqual(['bodies q', 'bodies a']);
  });

  test('reads a body again that was continued', async () => {
    const read = createThreadQuery(queries, CHAT);
    await finish(2000, 'Because');
    await read();
    await store.beginTurn(turnRows({ question: null }));
    await read();
    await finish(3000, 'Because of it.');
    expect((await read()).branch.at(-1)?.parts).toEqual(textParts('Because of it.'));
    expect(queries.reads).toEqual(['bodies q,a', 'bodies a']);
  });

  test('reads a snapshot once', async () => {
    const page = snapshotRow('s', [block('b1', 'one')]);
    await store.putSnapshot(page);
    await store.setPage(messageIdOf('q'), { snapshotId: page.id, title: '', url: '' });
    const read = createThreadQuery(queries, CHAT);
    for (let times = 0; times < 3; times += 1) {
      expect((await read()).snapshots.get(page.id)).toEqual(page);
    }
    expect(queries.reads.filter((what) => what.startsWith('snapshots'))).toHaveLength(1);
  });

  test('is empty for no chat, a missing one and a deleted one', async () => {
    expect(await createThreadQuery(queries, null)()).toBe(EMPTY_THREAD);
    expect(await createThreadQuery(queries, chatIdOf('none'))()).toBe(EMPTY_THREAD);
    await store.updateChat(CHAT, { deletedAt: 1 });
    expect(await createThreadQuery(queries, CHAT)()).toBe(EMPTY_THREAD);
  });

  test('shows nothing of a cleared chat but keeps it', async () => {
    await store.updateChat(CHAT, { leafId: null });
    expect(await createThreadQuery(queries, CHAT)()).toMatchObject({ branch: [], chat: { id: 'c' } });
  });
});
