import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ModelRef } from '../../../../lib/domain/chat';
import { SEES_ALL, type MemoryStart } from '../../../../lib/domain/memory/memory-start';
import { BUILT_IN_PROVIDER } from '../../../../lib/domain/provider-config';
import { ChatMemory } from '../../../../lib/panel/memory/chat-memory.svelte';
import { answerRow, messageIdOf, MODEL, questionRow } from '../../../support/rows';
import { createTestClient } from '../../../support/test-client';

type Session = ConstructorParameters<typeof ChatMemory>[1];
const NETWORK = { ...BUILT_IN_PROVIDER, id: MODEL.providerId, kind: 'openai' } as const;
const BRANCH = [questionRow('q1', null), answerRow('a1', 'q1'), questionRow('q2', 'a1'), answerRow('a2', 'q2')];
const FROM_Q2: MemoryStart = { firstSeen: messageIdOf('q2'), forgotten: 2 };

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

  function watched(answer: () => unknown = () => FROM_Q2) {
    const client = createTestClient(answer);
    const { session, set } = createSession();
    let memory: ChatMemory | undefined;
    onTestFinished($effect.root(() => void (memory = new ChatMemory(client, session))));
    flushSync();
    if (memory === undefined) throw new Error('Nothing was made.');
    return { client, set, memory, rest: () => vi.advanceTimersByTimeAsync(400) };
  }

  it('asks once the view is at rest, and knows in which turn memory begins', async () => {
    const { client, memory, rest } = watched();
    expect(client.asked).toEqual([]);
    await rest();
    expect(client.asked).toEqual([{ type: 'memory-start', chatId: 'c', modelRef: MODEL, page: null }]);
    expect(memory.start).toEqual(FROM_Q2);
    expect(memory.isIn(BRANCH.slice(0, 2))).toBe(false);
    expect(memory.isIn(BRANCH.slice(2))).toBe(true);
  });

  it('stays as it was while an answer is written, and asks again when that has ended', async () => {
    const { client, set, memory, rest } = watched();
    await rest();
    set({ streamingId: 'a2' });
    await rest();
    expect(client.asked).toHaveLength(1);
    expect(memory.start).toEqual(FROM_Q2);
    set({ streamingId: null, thread: { branch: [...BRANCH] } });
    await rest();
    expect(client.asked).toHaveLength(2);
  });

  it('asks once for many changes in a row', async () => {
    const { client, set, rest } = watched();
    set({ thread: { branch: BRANCH.slice(0, 2) } });
    set({ model: { provider: NETWORK, ref: { ...MODEL, model: 'small' } } });
    await rest();
    expect(client.asked.map((request) => 'modelRef' in request && request.modelRef.model)).toEqual(['small']);
  });

  it('counts the page on the chip once it is read, as it would go', async () => {
    const { client, set, rest } = watched();
    const ready = { kind: 'ready', tabId: 7, page: { snapshotId: 's' } };
    set({ readPage: true, pageContext: { current: { kind: 'reading', tabId: 7 }, choice: 'both' } });
    await rest();
    set({ pageContext: { current: ready, choice: 'this' } });
    await rest();
    set({ pageContext: { current: ready, choice: 'earlier' } });
    await rest();
    const pages = client.asked.map((request) => 'page' in request && request.page);
    expect(pages).toEqual([null, { tabId: 7, snapshotId: 's', alone: true }, null]);
  });

  it('forgets nothing with the built-in reader, which is not asked', async () => {
    const { client, set, memory, rest } = watched();
    await rest();
    set({ model: { provider: BUILT_IN_PROVIDER, ref: MODEL } });
    await rest();
    expect(client.asked).toHaveLength(1);
    expect(memory.start).toEqual(SEES_ALL);
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
    expect(memory.start).toEqual(FROM_Q2);
    set({ thread: { branch: [...BRANCH] } });
    await rest();
    answers[2]?.(Promise.reject(new Error('Locked.')));
    await rest();
    expect(memory.start).toEqual(FROM_Q2);
  });
});
