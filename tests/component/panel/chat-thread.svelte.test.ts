import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { textOf } from '../../../lib/domain/content';
import type { MessageId } from '../../../lib/domain/ids';
import { newMessage } from '../../../lib/engine/new-message';
import { createChannelSource } from '../../../lib/panel/channel-source';
import { ChatThread } from '../../../lib/panel/chat-thread.svelte';
import type { QuerySource } from '../../../lib/panel/query-source';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryChatStore, type MemoryChatStore } from '../../support/memory-chat-store';
import {
  answerRow,
  block,
  chatIdOf,
  chatRow,
  messageIdOf,
  snapshotIdOf,
  snapshotRow,
  textParts,
  turnRows,
} from '../../support/rows';

const CHAT = chatIdOf('c');

/** The queries over a store in memory, watched, with what they were asked for. */
function sourceOf({ rows }: MemoryChatStore): QuerySource & { readonly reads: string[] } {
  const reads: string[] = [];
  const queries = createMemoryQueries(rows);
  const unused = { request: () => Promise.reject(new Error('Reads the memory itself')) };
  return {
    ...queries,
    search: async () => undefined,
    textChanges: async () => undefined,
    watchChats: () => () => undefined,
    reads,
    bodies(ids) {
      if (ids.length > 0) reads.push(`bodies ${ids.join()}`);
      return queries.bodies(ids);
    },
    snapshots(ids) {
      if (ids.length > 0) reads.push(`pages ${ids.join()}`);
      return queries.snapshots(ids);
    },
    watch: createChannelSource(unused as never, (listener) => rows.onChange(listener)).watch,
  };
}

describe('ChatThread', () => {
  let store: MemoryChatStore;
  let source: ReturnType<typeof sourceOf>;
  let thread: ChatThread;

  beforeEach(() => {
    store = createMemoryChatStore();
    source = sourceOf(store);
  });

  /** Opens the chat, with something that reads it all the time. */
  function open(read: () => unknown = () => undefined): void {
    onTestFinished(
      $effect.root(() => {
        thread = new ChatThread(source, CHAT);
        $effect(() => void [thread.view, read()]);
      }),
    );
    flushSync();
  }

  /** A finished chat `m1`, `m2`, … of questions and answers. */
  async function fill(count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) {
      const start = {
        role: number % 2 === 1 ? ('user' as const) : ('assistant' as const),
        status: 'complete' as const,
        parentId: number === 1 ? null : messageIdOf(`m${number - 1}`),
      };
      const message = newMessage(messageIdOf(`m${number}`), CHAT, number, start);
      await store.rewriteAnswer(message, textParts(`Text ${number}.`));
    }
    store.rows.chats.set(CHAT, chatRow('c', { leafId: messageIdOf(`m${count}`) }));
  }

  const message = (id: string) => thread.view?.branch.find((each) => each.id === (id as MessageId));
  function text(id: string): string | null {
    const found = message(id);
    const entry = found === undefined ? null : thread.entryOf(found);
    return entry === null ? null : textOf(entry.parts);
  }
  const opened = () => expect.poll(() => thread.view?.branch.length ?? 0).toBeGreaterThan(0);

  it('comes with the texts of its end, and reads others when they are wanted, each once', async () => {
    await fill(30);
    open();
    await opened();
    expect([text('m19'), text('m30')]).toEqual(['Text 19.', 'Text 30.']);
    expect(text('m18')).toBeNull();
    const some = thread.view?.branch.slice(15, 20) ?? [];
    await Promise.all([thread.want(some), thread.want(some)]);
    expect(text('m16')).toBe('Text 16.');
    expect(source.reads.slice(1)).toEqual(['bodies m16,m17,m18']);
  });

  it('gives the whole branch with its texts', async () => {
    await fill(30);
    open();
    await opened();
    const entries = await thread.entries();
    expect(entries.map(({ parts }) => textOf(parts))).toEqual(
      Array.from({ length: 30 }, (_, index) => `Text ${index + 1}.`),
    );
  });

  it('reads no text that a run rewrites, and one that was continued again', async () => {
    await store.beginTurn(turnRows());
    open();
    await opened();
    await store.checkpoint({ run: turnRows().run, parts: textParts('Bec') });
    await store.updateChat(CHAT, { title: 'Named' });
    await expect.poll(() => thread.view?.chat?.title).toBe('Named');
    expect(text('a')).toBe('');
    await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2 }), textParts('Because'));
    await expect.poll(() => text('a')).toBe('Because');
    await store.rewriteAnswer(answerRow('a', 'q', { finishedAt: 3 }), textParts('Because of it.'));
    await expect.poll(() => text('a')).toBe('Because of it.');
    expect(source.reads).toEqual(['bodies q', 'bodies a', 'bodies a']);
  });

  it('shows a message whose text is gone without it', async () => {
    await fill(2);
    store.rows.bodies.delete(messageIdOf('m2'));
    open();
    await opened();
    expect([text('m1'), text('m2')]).toEqual(['Text 1.', '']);
  });

  it('finds a cited passage on the pages of the end, and looks through earlier ones only where it is not there', async () => {
    await fill(40);
    for (let number = 1; number <= 20; number += 1) {
      const page = snapshotRow(`s${number}`, [block(`b${number}`, `Passage ${number}`)]);
      await store.putSnapshot(page);
      const id = messageIdOf(`m${number * 2 - 1}`);
      await store.setPage(id, { snapshotId: page.id, title: '', url: '' });
    }
    let wanted = 'b20';
    open();
    await opened();
    const found = () => thread.passageOf(wanted);
    expect(found()).toMatchObject({ block: { text: 'Passage 20' }, pageId: snapshotIdOf('s20') });
    expect(source.reads.filter((what) => what.startsWith('pages'))).toHaveLength(1);
    wanted = 'b9';
    await expect.poll(found).toMatchObject({ block: { text: 'Passage 9' } });
    expect(source.reads.at(-1)).toBe('pages s10,s9,s8,s7');
    wanted = 'b99';
    await expect.poll(() => [found(), source.reads.at(-1)]).toEqual([undefined, 'pages s2,s1']);
  });

  it('is empty for a deleted chat', async () => {
    await fill(2);
    await store.updateChat(CHAT, { deletedAt: 1 });
    open();
    await expect.poll(() => thread.view).not.toBeNull();
    expect(thread.view?.branch).toEqual([]);
  });
});
