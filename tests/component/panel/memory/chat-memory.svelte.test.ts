import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ModelRef } from '../../../../lib/domain/chat';
import { SEES_ALL, type MemoryStart } from '../../../../lib/domain/memory/memory-start';
import { BUILT_IN_PROVIDER } from '../../../../lib/domain/provider-config';
import { ChatMemory } from '../../../../lib/panel/memory/chat-memory.svelte';
import { Notices } from '../../../../lib/panel/notices.svelte';
import { answerRow, messageIdOf, MODEL, questionRow, summaryRow } from '../../../support/rows';
import { createTestClient } from '../../../support/test-client';

type Session = ConstructorParameters<typeof ChatMemory>[0]['session'];
const NETWORK = { ...BUILT_IN_PROVIDER, id: MODEL.providerId, kind: 'openai' } as const;
const BRANCH = [questionRow('q1', null), answerRow('a1', 'q1'), questionRow('q2', 'a1'), answerRow('a2', 'q2')];
const FROM_Q2: MemoryStart = { firstSeen: messageIdOf('q2') };

interface Shown {
  readonly chatId: string;
  readonly thread: { readonly branch: typeof BRANCH };
  readonly streamingId: string | null;
  readonly model: { readonly provider: { readonly kind: string }; readonly ref: ModelRef };
  readonly readPage: boolean;
  readonly pageContext: { readonly current: object; readonly choice: string };
}

/** A session at rest with a chat of two questions, as much of it as memory follows. */
function createSession() {
  let state = $state.raw<Shown>({
    chatId: 'c',
    thread: { branch: BRANCH },
    streamingId: null,
    model: { provider: NETWORK, ref: MODEL },
    readPage: false,
    pageContext: { current: { kind: 'off' }, choice: 'both' },
  });
  const session = new Proxy({}, { get: (_, name) => state[name as keyof Shown] }) as Session;
  return { session, set: (change: Partial<Shown>) => flushSync(() => (state = { ...state, ...change })) };
}

describe('ChatMemory', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Watches it, with what its requests are answered with. */
  function watched(answer: () => unknown = () => FROM_Q2) {
    const client = createTestClient(({ type }) => (type === 'memory-start' ? answer() : null));
    const { session, set } = createSession();
    let memory: ChatMemory | undefined;
    const notices = new Notices();
    const run = (work: Promise<unknown>) => void work;
    onTestFinished($effect.root(() => void (memory = new ChatMemory({ client, session, notices, run }))));
    flushSync();
    if (memory === undefined) throw new Error('Nothing was made.');
    const asked = () => client.askedFor('memory-start');
    return { asked, set, memory, rest: () => vi.advanceTimersByTimeAsync(400) };
  }

  it('asks once the view is at rest, and knows in which turn memory begins', async () => {
    const { asked, memory, rest } = watched();
    expect(asked()).toEqual([]);
    await rest();
    expect(asked()).toEqual([{ type: 'memory-start', chatId: 'c', modelRef: MODEL, page: null }]);
    expect(memory.isIn(BRANCH.slice(0, 2))).toBe(false);
    expect(memory.isIn(BRANCH.slice(2))).toBe(true);
  });

  it('stays as it was while an answer is written, and asks again when that has ended', async () => {
    const { asked, set, memory, rest } = watched();
    await rest();
    set({ streamingId: 'a2' });
    await rest();
    expect(asked()).toHaveLength(1);
    expect(memory.isIn(BRANCH.slice(2))).toBe(true);
    set({ streamingId: null, thread: { branch: [...BRANCH] } });
    await rest();
    expect(asked()).toHaveLength(2);
  });

  it('asks once for many changes in a row', async () => {
    const { asked, set, rest } = watched();
    set({ thread: { branch: BRANCH.slice(0, 2) } });
    set({ model: { provider: NETWORK, ref: { ...MODEL, model: 'small' } } });
    await rest();
    expect(asked().map(({ modelRef }) => modelRef.model)).toEqual(['small']);
  });

  it('counts the page on the chip once it is read, as it would go', async () => {
    const { asked, set, rest } = watched();
    const ready = { kind: 'ready', tabId: 7, page: { snapshotId: 's' } };
    set({ readPage: true, pageContext: { current: { kind: 'reading', tabId: 7 }, choice: 'both' } });
    await rest();
    set({ pageContext: { current: ready, choice: 'this' } });
    await rest();
    set({ pageContext: { current: ready, choice: 'earlier' } });
    await rest();
    const pages = asked().map(({ page }) => page);
    expect(pages).toEqual([null, { tabId: 7, snapshotId: 's', alone: true }, null]);
  });

  it('forgets nothing with the built-in reader, which is not asked', async () => {
    const { asked, set, memory, rest } = watched();
    await rest();
    set({ model: { provider: BUILT_IN_PROVIDER, ref: MODEL } });
    await rest();
    expect(asked()).toHaveLength(1);
    expect(memory.isIn(BRANCH)).toBe(false);
  });

  it('has the summary of the branch, and knows of how many messages nothing is known', async () => {
    const { set, memory, rest } = watched(() => ({ firstSeen: messageIdOf('q3') }));
    const more = [questionRow('q3', 'a2'), answerRow('a3', 'q3')];
    set({ thread: { branch: [...BRANCH, ...more] } });
    expect([memory.summary, memory.forgotten]).toEqual([null, 0]);
    await rest();
    expect([memory.summary, memory.forgotten]).toEqual([null, 4]);
    const [q1, a1, ...others] = BRANCH;
    if (q1 === undefined || a1 === undefined) throw new Error('There are four messages.');
    const summary = summaryRow('s', { messages: 2 });
    set({ thread: { branch: [q1, { ...a1, summaries: [summary] }, ...others, ...more] } });
    expect(memory.summary).toEqual({ ...summary, upTo: 'a1' });
    expect(memory.forgotten).toBe(2);
  });

  it('takes the answer to the last request alone, and keeps what it knew where none comes', async () => {
    const answers: ((start: MemoryStart | PromiseLike<never>) => void)[] = [];
    const { set, memory, rest } = watched(() => new Promise((resolve) => answers.push(resolve)));
    vi.spyOn(console, 'warn').mockReturnValue();
    await rest();
    set({ thread: { branch: [...BRANCH] } });
    await rest();
    answers[1]?.(FROM_Q2);
    answers[0]?.(SEES_ALL);
    await rest();
    expect(memory.isIn(BRANCH.slice(2))).toBe(true);
    set({ thread: { branch: [...BRANCH] } });
    await rest();
    answers[2]?.(Promise.reject(new Error('Locked.')));
    await rest();
    expect(memory.isIn(BRANCH.slice(2))).toBe(true);
  });
});
