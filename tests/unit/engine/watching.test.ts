import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FRAME_MS } from '../../../lib/engine/live-run';
import { createEngineRig, sendRequest, watchChat, type Watcher } from '../../support/engine-rig';
import { chatIdOf, messageIdOf } from '../../support/rows';
import { createScriptedProvider } from '../../support/scripted-provider';

const A1 = messageIdOf('a1');

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Act = { token: string } | { thought: string } | 'watch' | 'wait a moment' | 'frame' | 'checkpoint' | 'leave';

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ token: fc.string({ minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ thought: fc.string({ minLength: 1, maxLength: 4 }) }) },
  { weight: 5, arbitrary: fc.constantFrom<Act>('watch', 'wait a moment', 'frame', 'checkpoint', 'leave') },
);

test('every watcher, however late, gets the text so far and then each batch once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), fc.boolean(), async (acts, stopped) => {
      const script = createScriptedProvider();
      const { engine, store } = createEngineRig({ provider: script.provider });
      const watchers: Watcher[] = [watchChat(engine)];
      await engine.send(sendRequest());
      for (const one of acts) {
        if (one === 'watch') watchers.push(watchChat(engine));
        else if (one === 'wait a moment') await vi.advanceTimersByTimeAsync(1);
        else if (one === 'frame') await vi.advanceTimersByTimeAsync(FRAME_MS);
        else if (one === 'checkpoint') await vi.advanceTimersByTimeAsync(250);
        else if (one === 'leave') {
          if (watchers.length > 1) watchers.pop()?.close();
        } else if ('token' in one) script.say(one.token);
        else script.yields({ type: 'reasoning-delta', text: one.thought });
      }
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      if (stopped) await engine.stop(A1);
      else script.end();
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      const stored = (await store.thread(A1)).at(-1);
      for (const watcher of watchers) {
        expect(watcher.problems).toEqual([]);
        expect(watcher.answer(A1)?.parts).toEqual(stored?.parts);
        expect(watcher.answer(A1)?.status).toBe(stopped ? 'stopped' : 'complete');
      }
    }),
  );
});

test('two watchers see the same batches', async () => {
  const script = createScriptedProvider();
  const { engine } = createEngineRig({ provider: script.provider });
  const [one, two] = [watchChat(engine), watchChat(engine)];
  await engine.send(sendRequest());
  for (const word of ['a', 'b', 'c']) {
    script.say(word);
    await vi.advanceTimersByTimeAsync(FRAME_MS);
  }
  script.end();
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect(one.batches).toEqual(two.batches);
  expect(one.batches.length).toBeGreaterThan(3);
});

test('the first word goes at once, and those of the next frame are one batch with their deltas joined', async () => {
  const script = createScriptedProvider();
  const { engine } = createEngineRig({ provider: script.provider });
  await engine.send(sendRequest());
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  const watcher = watchChat(engine);
  for (const word of 'thousand') script.say(word);
  await vi.advanceTimersByTimeAsync(0);
  expect(watcher.batches).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect(watcher.batches).toHaveLength(2);
  expect(watcher.batches[0]?.events).toEqual([{ type: 'text-delta', text: 't' }]);
  expect(watcher.batches[1]?.events).toEqual([{ type: 'text-delta', text: 'housand' }]);
});

test('nobody hears of another chat, nor after leaving', async () => {
  const script = createScriptedProvider();
  const { engine } = createEngineRig({ provider: script.provider });
  const other = watchChat(engine, chatIdOf('d'));
  const gone = watchChat(engine);
  gone.close();
  await engine.send(sendRequest());
  script.say('x');
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect([...other.batches, ...gone.batches]).toEqual([]);
  expect(other.answer(A1)).toBeUndefined();
});

test('an answer that ends while nobody looks is news until somebody does', async () => {
  const script = createScriptedProvider();
  const { engine, store } = createEngineRig({ provider: script.provider });
  const chat = () => store.chat(chatIdOf('c'));
  const away = engine.watch(chatIdOf('c'), {
    started: () => undefined,
    batch: () => undefined,
    isSeen: () => false,
  });
  await engine.send(sendRequest());
  script.end();
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect((await chat())?.unread).toBe(true);
  await engine.markSeen(chatIdOf('c'));
  expect((await chat())?.unread).toBe(false);
  watchChat(engine);
  away.close();
  await engine.send(sendRequest({}, 2));
  script.end();
  await vi.advanceTimersByTimeAsync(FRAME_MS);
  expect((await chat())?.unread).toBe(false);
});
