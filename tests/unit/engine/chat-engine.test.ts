import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FRAME_MS } from '../../../lib/engine/live-run';
import { textOf } from '../../../lib/domain/content';
import { ChatFailure } from '../../../lib/domain/errors';
import type { StreamEvent } from '../../../lib/domain/stream-event';
import { createEngineRig, sendRequest, watchChat } from '../../support/engine-rig';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { block, chatIdOf, chatRow, messageIdOf, MODEL, snapshotRow } from '../../support/rows';
import { createScriptedProvider } from '../../support/scripted-provider';

const A1 = messageIdOf('a1');
const A2 = messageIdOf('a2');
const CHAT = chatIdOf('c');
const frame = () => vi.advanceTimersByTimeAsync(FRAME_MS);
const resumeRequest = { messageId: A1, modelRef: MODEL, page: null, dropPage: false };
const pageText = { ...snapshotRow('x', [block('b1', 'It opened in 1932.')]) };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function textAt(store: ReturnType<typeof createMemoryChatStore>, id = A1): Promise<string> {
  return textOf((await store.thread(id)).at(-1)?.parts ?? []);
}

describe('a question', () => {
  test('is committed with its answer and run before the provider is asked', async () => {
    const store = createMemoryChatStore();
    let atRequest: unknown;
    const rig = createEngineRig({
      store,
      provider: async function* () {
        atRequest = { ...Object.fromEntries(store.rows.messages), runs: store.rows.runs.size };
        yield { type: 'end', reason: 'complete' };
      },
    });
    await rig.engine.send(sendRequest());
    await frame();
    expect(atRequest).toMatchObject({
      q1: { role: 'user', status: 'complete', parentId: null },
      a1: { role: 'assistant', status: 'streaming', parentId: 'q1', assistantName: 'Model' },
      runs: 1,
    });
    expect(await store.chat(CHAT)).toMatchObject({ title: 'Question 1?', leafId: 'a1', modelRef: MODEL });
  });

  test('that cannot be stored is not asked, and its sender hears why', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({
      provider: script.provider,
      wrap: (store) => ({ ...store, beginTurn: () => Promise.reject(new Error('disk full')) }),
    });
    await expect(rig.engine.send(sendRequest())).rejects.toThrow('disk full');
    await frame();
    expect(script.requests).toEqual([]);
    expect(rig.activity).toEqual([]);
  });

  test('sent twice is asked once, one after the other or both at a time', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await Promise.all([rig.engine.send(sendRequest()), rig.engine.send(sendRequest())]);
    await rig.engine.send(sendRequest());
    script.say('Once.');
    script.end();
    await frame();
    await rig.engine.send(sendRequest());
    await frame();
    expect(script.requests).toHaveLength(1);
    expect(await textAt(rig.store)).toBe('Once.');
    expect(rig.store.rows.runs.size).toBe(0);
    expect(rig.activity).toEqual([true, false]);
  });

  test('goes on from the one before, and keeps the title', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    for (const number of [1, 2]) {
      await rig.engine.send(sendRequest({}, number));
      script.say(`Answer ${number}.`);
      script.end();
      await frame();
    }
    expect(script.requests[1]?.messages.map(({ text }) => text)).toEqual([
      'Question 1?',
      'Answer 1.',
      'Question 2?',
    ]);
    expect(await rig.store.chat(CHAT)).toMatchObject({ title: 'Question 1?', leafId: 'a2' });
  });

  test('asked in a chat that was deleted elsewhere brings the chat back', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    rig.store.rows.chats.set(CHAT, chatRow('c', { deletedAt: 5 }));
    await rig.engine.send(sendRequest());
    expect((await rig.store.chat(CHAT))?.deletedAt).toBeNull();
  });

  test('after Clear chat removes what was cleared for good', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.end();
    await frame();
    await rig.store.updateChat(CHAT, { leafId: null, clearedLeafId: A1 });
    await rig.engine.send(sendRequest({}, 2));
    expect([...rig.store.rows.messages.keys()]).toEqual(['q2', 'a2']);
    expect(await rig.store.chat(CHAT)).toMatchObject({ leafId: 'a2', clearedLeafId: null });
    expect(rig.store.rows.messages.get(messageIdOf('q2'))?.parentId).toBeNull();
  });
});

describe('an answer', () => {
  test('is published as final only after it is stored', async () => {
    const script = createScriptedProvider();
    const order: string[] = [];
    let store = (): void => undefined;
    const rig = createEngineRig({
      provider: script.provider,
      wrap: (real) => ({
        ...real,
        async finishRun(...row) {
          await new Promise<void>((resolve) => (store = resolve));
          order.push('stored');
          return real.finishRun(...row);
        },
      }),
    });
    await rig.engine.send(sendRequest());
    rig.engine.watch(CHAT, {
      started: () => undefined,
      batch: ({ events }) => order.push(...events.filter(({ type }) => type === 'end').map(() => 'published')),
    });
    script.say('Done.');
    script.end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(order).toEqual([]);
    store();
    await frame();
    expect(order).toEqual(['stored', 'published']);
  });

  test('whose end cannot be stored fails with kind storage, and every panel still sees its text', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({
      provider: script.provider,
      wrap: (store) => ({ ...store, finishRun: () => Promise.reject(new Error('quota')) }),
    });
    await rig.engine.send(sendRequest());
    const early = watchChat(rig.engine);
    script.say('Precious.');
    script.end();
    await frame();
    const late = watchChat(rig.engine);
    for (const watcher of [early, late]) {
      expect(watcher.text(A1)).toBe('Precious.');
      expect(watcher.answer(A1)).toMatchObject({
        status: 'failed',
        error: { kind: 'storage', detail: 'Error: quota' },
      });
    }
    expect(rig.activity).toEqual([true, false]);
  });

  test.each<[string, (script: ReturnType<typeof createScriptedProvider>) => void, object]>([
    ['throws', (script) => script.throws(new Error('boom')), { kind: 'unknown', detail: 'boom' }],
    ['throws a failure', (script) => script.throws(new ChatFailure({ kind: 'no-key' })), { kind: 'no-key' }],
    ['ends without an end', (script) => script.returns(), { kind: 'stream-broken' }],
  ])('fails where its provider %s', async (_what, act, error) => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    act(script);
    await frame();
    expect(await rig.store.message(A1)).toMatchObject({ status: 'failed', error });
    expect(await rig.store.message(messageIdOf('q1'))).toMatchObject({ status: 'complete' });
    expect(rig.store.rows.runs.size).toBe(0);
  });

  test('fails where its provider throws before it streams', async () => {
    const rig = createEngineRig({
      provider: () => {
        throw new Error('no stream');
      },
    });
    await rig.engine.send(sendRequest());
    await frame();
    expect(await rig.store.message(A1)).toMatchObject({ status: 'failed', error: { detail: 'no stream' } });
  });

  test('keeps its text where the stream breaks, and says interrupted', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.say('Half');
    script.returns();
    await frame();
    expect(await rig.store.message(A1)).toMatchObject({ status: 'interrupted', error: { kind: 'stream-broken' } });
    expect(await textAt(rig.store)).toBe('Half');
  });

  test('takes nothing from a provider after its end, and frees its generator', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.say('All.');
    script.end();
    script.say(' More?');
    script.end('refused');
    await frame();
    expect(await textAt(rig.store)).toBe('All.');
    expect(await rig.store.message(A1)).toMatchObject({ status: 'complete' });
    expect(script.freed()).toBe(1);
  });

  test.each<[StreamEvent, string]>([
    [{ type: 'end', reason: 'length' }, 'length'],
    [{ type: 'end', reason: 'filtered' }, 'filtered'],
    [{ type: 'end', reason: 'refused' }, 'refused'],
    [{ type: 'end', reason: 'interrupted' }, 'interrupted'],
  ])('ends as its provider says: %o', async (event, status) => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.say('x');
    script.yields({ type: 'usage', usage: { outputTokens: 1 } });
    script.yields(event);
    await frame();
    expect(await rig.store.message(A1)).toMatchObject({ status, usage: { outputTokens: 1 } });
    expect((await rig.store.message(A1))?.finishedAt).not.toBeNull();
  });

  test('without a provider says so, and the question is kept', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({
      provider: script.provider,
      resolveModel: () => Promise.reject(new ChatFailure({ kind: 'no-provider' })),
    });
    await rig.engine.send(sendRequest());
    await frame();
    expect(await rig.store.message(A1)).toMatchObject({ status: 'failed', error: { kind: 'no-provider' } });
    expect(rig.store.rows.messages.has(messageIdOf('q1'))).toBe(true);
  });

  test('is not hurt by a panel that throws, nor are the other panels', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    const throws = () => {
      throw new Error('port closed');
    };
    rig.engine.watch(CHAT, { started: throws, batch: throws });
    const other = watchChat(rig.engine);
    await rig.engine.send(sendRequest());
    script.say('Fine.');
    await frame();
    script.end();
    await frame();
    expect(other.text(A1)).toBe('Fine.');
    expect(await rig.store.message(A1)).toMatchObject({ status: 'complete' });
    warn.mockRestore();
  });
});

describe('Stop', () => {
  test('settles at once though the provider is silent and deaf, and frees it when it stirs', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    const watcher = watchChat(rig.engine);
    script.say('So far');
    await frame();
    await rig.engine.stop(A1);
    expect(await rig.store.message(A1)).toMatchObject({ status: 'stopped' });
    expect(await textAt(rig.store)).toBe('So far');
    expect(watcher.answer(A1)?.status).toBe('stopped');
    script.say(' and more');
    await frame();
    expect(await textAt(rig.store)).toBe('So far');
    expect(script.freed()).toBe(1);
    expect(rig.activity).toEqual([true, false]);
  });

  test('aborts the provider’s signal', async () => {
    let seen: AbortSignal | undefined;
    const rig = createEngineRig({
      provider: async function* (_request, signal) {
        seen = signal;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        yield { type: 'error', error: { kind: 'unreachable' } };
      },
    });
    await rig.engine.send(sendRequest());
    await frame();
    await rig.engine.stop(A1);
    expect(seen?.aborted).toBe(true);
    expect(await rig.store.message(A1)).toMatchObject({ status: 'stopped', error: null });
  });

  test.each([
    ['the page is read', { readTab: () => new Promise<never>(() => undefined) }],
    ['the provider is looked up', { lookUp: () => new Promise<never>(() => undefined) }],
  ])(
    'settles at once while %s, however long that takes',
    async (_what, { readTab, lookUp }: { readTab?: () => Promise<never>; lookUp?: () => Promise<never> }) => {
      const script = createScriptedProvider();
      let lookups = 0;
      const rig = createEngineRig({
        provider: script.provider,
        readTab: readTab ?? (async () => pageText),
        resolveModel: async () => {
          lookups += 1;
          // The first look-up is for the answer's name, when the turn is written.
          if (lookUp && lookups > 1) return lookUp();
          return { provider: script.provider, assistantName: 'Model', host: null };
        },
      });
      await rig.engine.send(sendRequest({ page: { tabId: 1, snapshotId: null } }));
      await frame();
      await rig.engine.stop(A1);
      expect(await rig.store.message(A1)).toMatchObject({ status: 'stopped' });
      expect(script.requests).toEqual([]);
    },
  );

  test('twice, or of an answer without a run, does nothing', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    await Promise.all([rig.engine.stop(A1), rig.engine.stop(A1)]);
    await rig.engine.stop(A1);
    await rig.engine.stop(messageIdOf('nobody'));
    expect(rig.activity).toEqual([true, false]);
  });

  test('of a chat stops all of its runs and no other', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    await rig.engine.regenerate({ messageId: A1, answerId: A2, modelRef: MODEL, page: null });
    await rig.engine.send(sendRequest({ chatId: chatIdOf('d') }, 3));
    await rig.engine.stopChat(CHAT);
    const statuses = ['a1', 'a2', 'a3'].map((id) => rig.store.rows.messages.get(messageIdOf(id))?.status);
    expect(statuses).toEqual(['stopped', 'stopped', 'streaming']);
    expect(rig.activity).toEqual([true]);
    await rig.engine.stop(messageIdOf('a3'));
    expect(rig.activity).toEqual([true, false]);
  });
});

describe('the page of a question', () => {
  const page = { tabId: 7, snapshotId: null };

  test('is read first, stored with the question, and goes into the prompt', async () => {
    const script = createScriptedProvider();
    const phases: string[] = [];
    const rig = createEngineRig({ provider: script.provider, readTab: async () => pageText });
    rig.engine.watch(CHAT, {
      started: () => undefined,
      batch: ({ events }) => events.forEach((event) => event.type === 'phase' && phases.push(event.phase)),
    });
    await rig.engine.send(sendRequest({ page }));
    await frame();
    const carried = (await rig.store.message(messageIdOf('q1')))?.page;
    expect(carried).toMatchObject({ title: 'A page', url: 'https://example.com/a' });
    expect(script.requests[0]?.messages[0]?.text).toContain('[b1] It opened in 1932.');
    expect(script.requests[0]?.pages).toHaveLength(1);
    expect(phases).toEqual(['reading-page', 'waiting']);
  });

  test('that cannot be read fails the answer with its kind, asks nobody and keeps the question', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({
      provider: script.provider,
      readTab: () => Promise.reject(new ChatFailure({ kind: 'page-permission', host: 'example.com' })),
    });
    await rig.engine.send(sendRequest({ page }));
    await frame();
    expect(await rig.store.message(A1)).toMatchObject({
      status: 'failed',
      error: { kind: 'page-permission', host: 'example.com' },
    });
    expect(script.requests).toEqual([]);
    expect(await textAt(rig.store, messageIdOf('q1'))).toBe('Question 1?');
  });

  test('is dropped on wish when the question is asked again', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider, readTab: async () => pageText });
    await rig.engine.send(sendRequest({ page }));
    script.yields({ type: 'error', error: { kind: 'context-length' } });
    await frame();
    await rig.engine.resume({ ...resumeRequest, page, dropPage: true });
    await frame();
    expect((await rig.store.message(messageIdOf('q1')))?.page).toBeNull();
    expect(script.requests[1]?.messages).toEqual([{ role: 'user', text: 'Question 1?' }]);
  });

  test('is not read again for a question that has it', async () => {
    const script = createScriptedProvider();
    let reads = 0;
    const readTab = async () => ({ ...pageText, url: `https://example.com/${(reads += 1)}` });
    const rig = createEngineRig({ provider: script.provider, readTab });
    await rig.engine.send(sendRequest({ page }));
    script.end();
    await frame();
    await rig.engine.regenerate({ messageId: A1, answerId: A2, modelRef: MODEL, page });
    script.end();
    await frame();
    await rig.engine.resume({ ...resumeRequest, page });
    script.end();
    await frame();
    expect(script.requests).toHaveLength(3);
    expect(reads).toBe(1);
  });
});

describe('resume', () => {
  test('goes on in the same message from its text', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.say('One, ');
    script.yields({ type: 'error', error: { kind: 'timeout' } });
    await frame();
    const watcher = watchChat(rig.engine);
    await rig.engine.resume(resumeRequest);
    expect(watcher.text(A1)).toBe('One, ');
    expect(await rig.store.message(A1)).toMatchObject({ status: 'streaming', error: null, finishedAt: null });
    script.say('two.');
    script.end();
    await frame();
    expect(script.requests[1]?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(script.requests[1]?.messages.at(-1)?.text).toContain('One, ');
    expect(await textAt(rig.store)).toBe('One, two.');
    expect(watcher.text(A1)).toBe('One, two.');
    expect(rig.store.rows.messages.size).toBe(2);
  });

  test('asks again where there is no text', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.yields({ type: 'error', error: { kind: 'unauthorized' } });
    await frame();
    await rig.engine.resume(resumeRequest);
    await frame();
    expect(script.requests[1]?.messages).toEqual(script.requests[0]?.messages);
  });

  test('twice at a time, or of a run that lives, asks once', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    await rig.engine.resume(resumeRequest);
    script.end();
    await frame();
    await Promise.all([rig.engine.resume(resumeRequest), rig.engine.resume(resumeRequest)]);
    await frame();
    expect(script.requests).toHaveLength(2);
    await rig.engine.stop(A1);
    expect(rig.store.rows.runs.size).toBe(0);
    expect(rig.activity).toEqual([true, false, true, false]);
  });

  test('of a message that is gone is refused', async () => {
    const rig = createEngineRig({ provider: createScriptedProvider().provider });
    await expect(rig.engine.resume(resumeRequest)).rejects.toThrow('no longer there');
  });
});

describe('an edited question', () => {
  const page = { tabId: 7, snapshotId: null };

  test('is another version of the former one, asked without what followed it, and keeps its page', async () => {
    const script = createScriptedProvider();
    let readings = 0;
    const readTab = async () => ({ ...pageText, title: `Reading ${(readings += 1)}` });
    const rig = createEngineRig({ provider: script.provider, readTab });
    for (const [number, more] of [{}, { page }, {}].entries()) {
      await rig.engine.send(sendRequest(more, number + 1));
      script.say(`Answer ${number + 1}.`);
      script.end();
      await frame();
    }
    await rig.engine.send(sendRequest({ text: 'Second, better?', page, replaces: messageIdOf('q2') }, 4));
    await frame();
    const [former, edited] = [
      await rig.store.message(messageIdOf('q2')),
      await rig.store.message(messageIdOf('q4')),
    ];
    expect(edited).toMatchObject({ parentId: 'a1', page: former?.page });
    expect(edited?.page).toMatchObject({ title: 'Reading 1' });
    expect(readings).toBe(1);
    const asked = script.requests.at(-1)?.messages.map(({ text }) => text) ?? [];
    expect(asked.slice(0, 2)).toEqual(['Question 1?', 'Answer 1.']);
    expect(asked).toHaveLength(3);
    expect(asked[2]).toContain('Second, better?');
    expect(asked[2]).toContain('It opened in 1932.');
    expect(await rig.store.chat(CHAT)).toMatchObject({ leafId: 'a4', title: 'Question 1?' });
    expect(await rig.store.message(messageIdOf('a3'))).toBeDefined();
  });

  test('takes the page in front along where the former one had none', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider, readTab: async () => pageText });
    await rig.engine.send(sendRequest());
    script.end();
    await frame();
    await rig.engine.send(sendRequest({ page, replaces: messageIdOf('q1') }, 2));
    await frame();
    expect(await rig.store.message(messageIdOf('q2'))).toMatchObject({
      parentId: null,
      page: { title: 'A page' },
    });
  });

  test('waits while an answer is written, and is a version still when it goes', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    await rig.engine.send(sendRequest({ replaces: messageIdOf('q1') }, 2));
    script.end();
    await frame();
    expect(await rig.store.message(messageIdOf('q2'))).toMatchObject({ parentId: null });
    expect(await rig.store.chat(CHAT)).toMatchObject({ leafId: 'a2', queue: [] });
  });
});

test('each question looks for its model anew, once: a key that was deleted or locked goes with none', async () => {
  const script = createScriptedProvider();
  const found = { provider: script.provider, assistantName: 'Model', host: null };
  const resolveModel = vi.fn<() => Promise<typeof found>>().mockResolvedValueOnce(found);
  resolveModel.mockRejectedValueOnce(new ChatFailure({ kind: 'keys-locked' }));
  const rig = createEngineRig({ provider: script.provider, resolveModel });
  await rig.engine.send(sendRequest());
  script.say('First.');
  script.end();
  await frame();
  expect(resolveModel).toHaveBeenCalledTimes(1);
  await rig.engine.send(sendRequest({}, 2));
  await frame();
  expect(resolveModel).toHaveBeenCalledTimes(2);
  expect(script.requests).toHaveLength(1);
  expect(await rig.store.message(A2)).toMatchObject({ status: 'failed', error: { kind: 'keys-locked' } });
});

describe('a question that begins a chat', () => {
  const begins = (number = 1) => sendRequest({ begins: true }, number);

  test('is stored and asked without a look at what is stored', async () => {
    const script = createScriptedProvider();
    const looks: string[] = [];
    const rig = createEngineRig({
      provider: script.provider,
      wrap: (store) => ({
        ...store,
        chat: (id) => (looks.push('chat'), store.chat(id)),
        message: (id) => (looks.push('message'), store.message(id)),
        thread: (id) => (looks.push('thread'), store.thread(id)),
      }),
    });
    await rig.engine.send(begins());
    await frame();
    expect(looks).toEqual([]);
    expect(script.requests).toHaveLength(1);
    expect(await rig.store.chat(CHAT)).toMatchObject({ leafId: 'a1', title: 'Question 1?' });
  });

  test('and comes again after a broken port is asked once', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(begins());
    await rig.engine.send(begins());
    script.say('First.');
    script.end();
    await frame();
    await rig.engine.send(begins());
    expect(script.requests).toHaveLength(1);
    expect(await textAt(rig.store, A1)).toBe('First.');
  });

  test('in a chat that is there all the same goes on in it', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(begins());
    script.say('First.');
    script.end();
    await frame();
    await rig.engine.send(begins(2));
    await frame();
    expect(await rig.store.message(messageIdOf('q2'))).toMatchObject({ parentId: 'a1' });
    expect(script.requests[1]?.messages).toHaveLength(3);
  });
});

describe('regenerate', () => {
  test('makes a sibling version and keeps the former', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.say('First.');
    script.end();
    await frame();
    const request = { messageId: A1, answerId: A2, modelRef: MODEL, page: null };
    await Promise.all([rig.engine.regenerate(request), rig.engine.regenerate(request)]);
    script.say('Second.');
    script.end();
    await frame();
    await rig.engine.regenerate(request);
    expect(script.requests).toHaveLength(2);
    expect(script.requests[1]?.messages).toEqual([{ role: 'user', text: 'Question 1?' }]);
    expect(await rig.store.message(A2)).toMatchObject({ parentId: 'q1', status: 'complete' });
    expect(await textAt(rig.store, A1)).toBe('First.');
    expect(await textAt(rig.store, A2)).toBe('Second.');
    expect((await rig.store.chat(CHAT))?.leafId).toBe('a2');
  });

  test('of a message that is gone is refused', async () => {
    const rig = createEngineRig({ provider: createScriptedProvider().provider });
    const request = { messageId: A1, answerId: A2, modelRef: MODEL, page: null };
    await expect(rig.engine.regenerate(request)).rejects.toThrow('no longer there');
  });

  test('and a question that comes before it has begun: the question waits', async () => {
    const script = createScriptedProvider();
    let held = Promise.resolve();
    const rig = createEngineRig({
      provider: script.provider,
      resolveModel: () => held.then(() => ({ provider: script.provider, assistantName: 'Model', host: null })),
    });
    await rig.engine.send(sendRequest());
    script.end();
    await frame();
    let letGo = (): void => undefined;
    held = new Promise((resolve) => (letGo = resolve));
    const again = rig.engine.regenerate({ messageId: A1, answerId: A2, modelRef: MODEL, page: null });
    await frame();
    const next = rig.engine.send(sendRequest({}, 3));
    await frame();
    letGo();
    await Promise.all([again, next]);
    await frame();
    expect(script.requests).toHaveLength(2);
    expect(await rig.store.chat(CHAT)).toMatchObject({ leafId: 'a2', queue: [{ messageId: 'q3' }] });
    script.end();
    await frame();
    expect((await rig.store.thread(messageIdOf('a3'))).map(({ message }) => message.id)).toEqual([
      'q1',
      'a2',
      'q3',
      'a3',
    ]);
  });

  test('in a cleared chat puts it back on view for good', async () => {
    const script = createScriptedProvider();
    const rig = createEngineRig({ provider: script.provider });
    await rig.engine.send(sendRequest());
    script.end();
    await frame();
    await rig.store.updateChat(CHAT, { leafId: null, clearedLeafId: A1 });
    await rig.engine.regenerate({ messageId: A1, answerId: A2, modelRef: MODEL, page: null });
    script.end();
    await frame();
    await rig.engine.send(sendRequest({}, 3));
    await frame();
    expect((await rig.store.thread(messageIdOf('a3'))).map(({ message }) => message.id)).toEqual([
      'q1',
      'a2',
      'q3',
      'a3',
    ]);
  });
});

test('onActivity is told once that work began and once that all of it ended', async () => {
  const script = createScriptedProvider();
  const rig = createEngineRig({ provider: script.provider });
  await rig.engine.send(sendRequest());
  await rig.engine.send(sendRequest({ chatId: chatIdOf('d') }, 2));
  await frame();
  await rig.engine.stop(A1);
  await rig.engine.send(sendRequest({}, 3));
  await rig.engine.stop(A2);
  expect(rig.activity).toEqual([true]);
  await rig.engine.stop(messageIdOf('a3'));
  expect(rig.activity).toEqual([true, false]);
});
