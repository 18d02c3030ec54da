import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { createDatabaseSource } from '../../../lib/panel/database-source';
import { LiveQuery } from '../../../lib/panel/live-query.svelte';
import { createThreadQuery, EMPTY_THREAD, type ThreadView } from '../../../lib/panel/thread-query';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import { answerRow, chatIdOf, textParts, turnRows } from '../../support/rows';
import { openDatabase } from '../storage/open-database';

describe('LiveQuery', () => {
  it('shows a thread as it changes, and is not woken by the checkpoints of a growing answer', async () => {
    const panel = await openDatabase();
    const store = createChatStore(await openDatabase(panel.name));
    let reads = 0;
    const source = createDatabaseSource(createQueries(panel));
    const read = createThreadQuery(source, chatIdOf('c'), async () => undefined);
    const query = new LiveQuery<ThreadView>(
      source.watch,
      () => {
        reads += 1;
        return read();
      },
      EMPTY_THREAD,
    );
    const views: ThreadView[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        views.push(query.current);
      });
    });
    flushSync();
    await vi.waitFor(() => expect(reads).toBe(1));
    await store.beginTurn(turnRows());
    await vi.waitFor(() => expect(views.at(-1)?.branch).toHaveLength(2));
    const before = { reads, views: views.length };
    for (const text of ['B', 'Be', 'Because']) {
      await store.checkpoint({ run: turnRows().run, parts: textParts(text) });
    }
    // A change that is seen comes after all that was not.
    await store.updateChat(chatIdOf('c'), { title: 'Named' });
    await vi.waitFor(() => expect(views.at(-1)?.chat?.title).toBe('Named'));
    expect({ reads, views: views.length }).toEqual({ reads: before.reads + 1, views: before.views + 1 });
    await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2 }), textParts('Because.'));
    await vi.waitFor(() => expect(views.at(-1)?.branch.at(-1)?.finishedAt).toBe(2));
    stop();
  });

  it('tells why it could not read', async () => {
    const { watch } = createDatabaseSource(createQueries(await openDatabase()));
    const query = new LiveQuery<number>(watch, () => Promise.reject(new Error('no database')), 7);
    let seen: unknown;
    const stop = $effect.root(() => {
      $effect(() => {
        seen = query.error;
      });
    });
    flushSync();
    await vi.waitFor(() => expect(seen).toMatchObject({ message: 'no database' }));
    expect(query.current).toBe(7);
    stop();
  });
});
