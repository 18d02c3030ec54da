import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FRAME_MS } from '../../../lib/engine/live-run';
import { createChatCommands } from '../../../lib/engine/chat-commands';
import { createEngineRig, sendRequest } from '../../support/engine-rig';
import { chatIdOf, messageIdOf, MODEL } from '../../support/rows';
import { createScriptedProvider } from '../../support/scripted-provider';

const CHAT = chatIdOf('c');
const frame = () => vi.advanceTimersByTimeAsync(FRAME_MS);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const script = createScriptedProvider();
  const rig = createEngineRig({ provider: script.provider });
  const queued = async () => (await rig.store.chat(CHAT))?.queue.map(({ messageId }) => messageId);
  return { ...rig, script, queued };
}

describe('a question asked while an answer is written', () => {
  test('waits in the chat, and goes when the answer is complete', async () => {
    const { engine, script, store, queued } = start();
    await engine.send(sendRequest());
    await engine.send(sendRequest({}, 2));
    expect(await queued()).toEqual(['q2']);
    expect(script.requests).toHaveLength(1);
    script.say('First.');
    script.end();
    await frame();
    expect(await queued()).toEqual([]);
    expect(script.requests).toHaveLength(2);
    expect(await store.chat(CHAT)).toMatchObject({ leafId: 'a2' });
    expect(await store.message(messageIdOf('q2'))).toMatchObject({ parentId: 'a1' });
  });

  test('goes after Stop too, and several go one after the other', async () => {
    const { engine, script, queued } = start();
    await engine.send(sendRequest());
    await engine.send(sendRequest({}, 2));
    await engine.send(sendRequest({}, 3));
    await engine.stop(messageIdOf('a1'));
    await frame();
    expect(script.requests).toHaveLength(2);
    expect(await queued()).toEqual(['q3']);
    await engine.stop(messageIdOf('a2'));
    await frame();
    expect(script.requests).toHaveLength(3);
    expect(await queued()).toEqual([]);
  });

  test('stays after a failure until it is sent by hand', async () => {
    const { engine, script, queued } = start();
    await engine.send(sendRequest());
    await engine.send(sendRequest({}, 2));
    script.yields({ type: 'error', error: { kind: 'unauthorized' } });
    await frame();
    expect(await queued()).toEqual(['q2']);
    expect(script.requests).toHaveLength(1);
    await engine.sendQueued(CHAT);
    await frame();
    expect(script.requests).toHaveLength(2);
    expect(await queued()).toEqual([]);
  });

  test('is queued once however often it is sent, and can be taken out', async () => {
    const { engine, script, queued } = start();
    await engine.send(sendRequest());
    await Promise.all([engine.send(sendRequest({}, 2)), engine.send(sendRequest({}, 2))]);
    await engine.send(sendRequest({}, 2));
    expect(await queued()).toEqual(['q2']);
    await engine.unqueue(CHAT, messageIdOf('q2'));
    script.end();
    await frame();
    expect(script.requests).toHaveLength(1);
  });

  test('does not go when the chat is cleared or deleted', async () => {
    for (const command of ['clear', 'delete'] as const) {
      const { engine, script, store } = start();
      await engine.send(sendRequest());
      await engine.send(sendRequest({}, 2));
      const commands = createChatCommands({ store, engine });
      if (command === 'clear') await commands.clear(CHAT);
      else await commands.organise([CHAT], { kind: 'delete', on: true });
      await frame();
      expect(script.requests).toHaveLength(1);
    }
  });

  test('follows its own branch, and whoever looks at another is left there', async () => {
    const { engine, script, store, queued } = start();
    const commands = createChatCommands({ store, engine });
    await engine.send(sendRequest());
    script.end();
    await frame();
    await engine.send(sendRequest({ replaces: messageIdOf('q1') }, 2));
    await engine.send(sendRequest({}, 3));
    expect(await queued()).toEqual(['q3']);
    await commands.selectVersion(messageIdOf('a1'));
    await engine.send(sendRequest({}, 4));
    await frame();
    expect(await store.message(messageIdOf('q4'))).toMatchObject({ parentId: 'a1' });
    await engine.stop(messageIdOf('a2'));
    await frame();
    expect(await store.message(messageIdOf('q3'))).toMatchObject({ parentId: 'a2' });
    expect(await store.chat(CHAT)).toMatchObject({ leafId: 'a4', queue: [] });
  });

  test('goes with the answer that takes the place of one that failed', async () => {
    const { engine, script, store, queued } = start();
    await engine.send(sendRequest());
    await engine.send(sendRequest({}, 2));
    script.yields({ type: 'error', error: { kind: 'unauthorized' } });
    await frame();
    await engine.regenerate({
      messageId: messageIdOf('a1'),
      answerId: messageIdOf('b1'),
      modelRef: MODEL,
      page: null,
    });
    script.end();
    await frame();
    expect(await queued()).toEqual([]);
    expect(await store.message(messageIdOf('q2'))).toMatchObject({ parentId: 'b1' });
  });
});
