import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SEES_ALL } from '../../../../lib/domain/memory/memory-start';
import { FRAME_MS } from '../../../../lib/engine/live-run';
import { memoryStart } from '../../../../lib/engine/memory/memory-start';
import { createEngineRig, sendRequest, type EngineRig } from '../../../support/engine-rig';
import { block, chatIdOf, messageIdOf, MODEL, snapshotIdOf, snapshotRow } from '../../../support/rows';
import { createScriptedProvider, type ScriptedProvider } from '../../../support/scripted-provider';

const CHAT = chatIdOf('c');
/** Room for 400 tokens. */
const CONTEXT = 1_000;
const ANSWER = 'The bridge is long. '.repeat(20);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('memoryStart', () => {
  let script: ScriptedProvider;
  let rig: EngineRig;
  const resolveModel = async () => ({
    provider: script.provider,
    assistantName: 'Model',
    host: 'model.example',
    contextTokens: CONTEXT,
  });

  beforeEach(() => {
    script = createScriptedProvider();
    rig = createEngineRig({ provider: script.provider, resolveModel });
  });

  async function ask(number: number): Promise<void> {
    await rig.engine.send(sendRequest({ text: `Question ${number}?` }, number));
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    script.say(ANSWER);
    script.end();
    await vi.advanceTimersByTimeAsync(FRAME_MS);
  }

  const start = (page: Parameters<typeof memoryStart>[1]['page'] = null) =>
    memoryStart({ store: rig.store, resolveModel }, { chatId: CHAT, modelRef: MODEL, page });

  test('names the message that the next request then begins with', async () => {
    expect(await start()).toEqual(SEES_ALL);
    for (let number = 1; number <= 9; number += 1) {
      const { firstSeen } = await start();
      await ask(number);
      const first = script.requests.at(-1)?.messages[0]?.text;
      expect(first).toBe(`Question ${firstSeen === null ? 1 : firstSeen.slice(1)}?`);
    }
    expect((await start()).firstSeen).not.toBeNull();
  });

  test('counts the page that would go along', async () => {
    await ask(1);
    await ask(2);
    await ask(3);
    expect(await start()).toEqual(SEES_ALL);
    const blocks = Array.from({ length: 8 }, (_, index) => block(`b${index}`, 'It opened in 1932. '.repeat(6)));
    await rig.store.putSnapshot(snapshotRow('s', blocks));
    const withPage = await start({ tabId: 1, snapshotId: snapshotIdOf('s') });
    expect(withPage.firstSeen).not.toBeNull();
    expect(await start({ tabId: 1, snapshotId: null })).toEqual(SEES_ALL);
  });

  test('follows the branch on view', async () => {
    for (let number = 1; number <= 9; number += 1) await ask(number);
    await rig.store.updateChat(CHAT, { leafId: messageIdOf('a2') });
    expect(await start()).toEqual(SEES_ALL);
    await rig.store.updateChat(CHAT, { leafId: null });
    expect(await start()).toEqual(SEES_ALL);
  });
});
