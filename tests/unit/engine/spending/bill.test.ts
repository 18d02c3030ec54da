import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatError } from '../../../../lib/domain/errors';
import type { SpendingEntry } from '../../../../lib/domain/spending/spending-book';
import type { StreamEvent } from '../../../../lib/domain/stream-event';
import { FRAME_MS } from '../../../../lib/engine/live-run';
import type { Spending } from '../../../../lib/engine/spending/spending';
import { createEngineRig, sendRequest } from '../../../support/engine-rig';
import { createMemoryChatStore } from '../../../support/memory-chat-store';
import { messageIdOf, MODEL } from '../../../support/rows';
import { createScriptedProvider } from '../../../support/scripted-provider';

const A1 = messageIdOf('a1');
const A2 = messageIdOf('a2');
const price = { input: 1, output: 10 };
const HELD: ChatError = { kind: 'budget', budget: { period: 'month', since: 0, spent: 5, limit: 5 } };
const settled = () => vi.advanceTimersByTimeAsync(FRAME_MS);
const resume = { messageId: A1, modelRef: MODEL, page: null, dropPage: false };
const used = (inputTokens: number, outputTokens: number): StreamEvent => ({
  type: 'usage',
  usage: { inputTokens, outputTokens },
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function rig() {
  const noted: SpendingEntry[] = [];
  const state = { held: null as ChatError | null };
  const spending: Spending = {
    hold: async () => state.held,
    note: async (entry) => void noted.push(entry),
    learn: () => undefined,
  };
  const script = createScriptedProvider();
  const { engine, store } = createEngineRig({
    provider: script.provider,
    store: createMemoryChatStore(),
    spending,
    resolveModel: async () => ({ provider: script.provider, assistantName: 'Model', host: 'h.example', price }),
  });
  return { engine, store, script, noted, state };
}

describe('what an answer took', () => {
  test('is counted for each of its requests, and Continue adds to it', async () => {
    const { engine, store, script, noted } = rig();
    await engine.send(sendRequest());
    script.say('Half');
    script.yields(used(100, 10));
    script.end('length');
    await settled();
    await engine.resume(resume);
    script.say(' and whole.');
    script.yields(used(150, 20));
    script.end();
    await settled();
    const answer = await store.message(A1);
    // Of the last request alone: it is compared with what that sent.
    expect(answer?.usage).toEqual({ inputTokens: 150, outputTokens: 20 });
    expect(answer?.spent).toEqual({
      requests: 2,
      usage: { inputTokens: 250, outputTokens: 30 },
      cost: (250 + 300) / 1_000_000,
    });
    expect(noted.map(({ spent }) => spent.usage.inputTokens)).toEqual([100, 150]);
    expect(noted[0]).toMatchObject({ modelRef: MODEL, provider: 'Model' });
  });

  test('is counted apart for another version', async () => {
    const { engine, store, script, noted } = rig();
    await engine.send(sendRequest());
    script.yields(used(100, 10));
    script.end();
    await settled();
    await engine.regenerate({ messageId: A1, answerId: A2, modelRef: MODEL, page: null });
    script.yields(used(100, 30));
    script.end();
    await settled();
    expect((await store.message(A2))?.spent).toMatchObject({ requests: 1, usage: { outputTokens: 30 } });
    expect(noted).toHaveLength(2);
  });

  test('is estimated where it is stopped before it was counted', async () => {
    const { engine, store, script, noted } = rig();
    await engine.send(sendRequest());
    script.say('x'.repeat(40));
    await settled();
    await engine.stop(A1);
    const answer = await store.message(A1);
    expect(answer?.spent).toMatchObject({ requests: 1, estimated: true, usage: { outputTokens: 10 } });
    expect(answer?.spent?.usage.inputTokens).toBe(answer?.sent?.tokens);
    expect(noted).toHaveLength(1);
  });

  test('of an answer before sums were kept stands as its last count', async () => {
    const { engine, store, script } = rig();
    await engine.send(sendRequest());
    script.say('Half');
    script.yields(used(100, 10));
    script.end('length');
    await settled();
    const { spent: _unknown, ...old } = store.rows.messages.get(A1) ?? expect.unreachable();
    store.rows.messages.set(A1, old);
    await engine.resume(resume);
    script.yields(used(1, 1));
    script.end();
    await settled();
    expect((await store.message(A1))?.spent?.usage).toEqual({ inputTokens: 101, outputTokens: 11 });
  });
});

describe('a budget that is spent', () => {
  test('holds a question back: it is kept, nothing is asked, and it may go on once', async () => {
    const { engine, store, script, state } = rig();
    state.held = HELD;
    await engine.send(sendRequest());
    await settled();
    expect(script.requests).toEqual([]);
    const held = await store.message(A1);
    expect(held).toMatchObject({ status: 'failed', error: HELD });
    expect(held).not.toHaveProperty('sent');
    await engine.resume(resume);
    await settled();
    expect(script.requests).toEqual([]);
    await engine.resume({ ...resume, overBudget: true });
    script.say('At last.');
    script.end();
    await settled();
    expect(script.requests).toHaveLength(1);
    expect(await store.message(A1)).toMatchObject({ status: 'complete', error: null });
  });

  test('holds Continue back with the text, its counts and what was sent for it', async () => {
    const { engine, store, script, state } = rig();
    await engine.send(sendRequest());
    script.say('Half');
    script.yields(used(100, 10));
    script.end('length');
    await settled();
    const { usage, sent, spent } = (await store.message(A1)) ?? expect.unreachable();
    state.held = HELD;
    await engine.resume(resume);
    await settled();
    expect(await store.message(A1)).toMatchObject({ status: 'failed', error: HELD, usage, sent, spent });
    expect((await store.thread(A1)).at(-1)?.parts).toEqual([{ type: 'text', text: 'Half' }]);
  });

  test('holds regenerating and the next question of the queue back, and those after it stay in the queue', async () => {
    const { engine, store, script, state } = rig();
    await engine.send(sendRequest());
    await engine.send(sendRequest({}, 2));
    await engine.send(sendRequest({}, 3));
    state.held = HELD;
    script.say('Done.');
    script.end();
    await settled();
    expect(script.requests).toHaveLength(1);
    expect(await store.message(A2)).toMatchObject({ status: 'failed', error: HELD });
    const { chatId } = sendRequest();
    expect((await store.chat(chatId))?.queue.map(({ messageId }) => messageId)).toEqual(['q3']);
    const again = { messageId: A1, answerId: messageIdOf('again'), modelRef: MODEL, page: null };
    await engine.regenerate(again);
    await settled();
    expect(script.requests).toHaveLength(1);
    expect(await store.message(again.answerId)).toMatchObject({ status: 'failed', error: HELD });
  });
});
