import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatError } from '../../../../lib/domain/errors';
import type { MessageId, SummaryId } from '../../../../lib/domain/ids';
import { summaryOf } from '../../../../lib/domain/memory/chat-summary';
import type { SummaryState } from '../../../../lib/domain/memory/summary-view';
import { createPageSource } from '../../../../lib/engine/capture-page';
import { FRAME_MS } from '../../../../lib/engine/live-run';
import { createSummaries, type Summaries } from '../../../../lib/engine/memory/summaries';
import { createRequestViews } from '../../../../lib/engine/view-requests';
import { UNCOUNTED } from '../../../../lib/engine/spending/spending';
import { createEngineRig, sendRequest, type EngineRig } from '../../../support/engine-rig';
import { chatIdOf, messageIdOf, MODEL, numberedIds } from '../../../support/rows';
import { createScriptedProvider, type ScriptedProvider } from '../../../support/scripted-provider';

const CHAT = chatIdOf('c');
const QUESTION = { chatId: CHAT, modelRef: MODEL, page: null };
const ANSWER = 'The bridge is long. '.repeat(20);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('summaries', () => {
  let script: ScriptedProvider;
  let rig: EngineRig;
  let summaries: Summaries;
  let states: (SummaryState | null)[];
  let activity: boolean[];
  let noted: number[];
  let held: ChatError | null;
  /** The id of a question asked next. */
  let number: number;
  const frame = () => vi.advanceTimersByTimeAsync(FRAME_MS);
  const resolveModel = async () => ({
    provider: script.provider,
    assistantName: 'Model',
    host: 'model.example',
    // Room for 400 tokens.
    contextTokens: 1_000,
  });

  beforeEach(async () => {
    script = createScriptedProvider();
    rig = createEngineRig({ provider: script.provider, resolveModel });
    [states, activity, noted, held, number] = [[], [], [], null, 1];
    summaries = createSummaries({
      store: rig.store,
      resolveModel,
      spending: {
        ...UNCOUNTED,
        hold: async () => held,
        note: async ({ spent }) => void noted.push(spent.requests),
      },
      inChat: rig.engine.inChat,
      onActivity: (active) => activity.push(active),
      onChange: (_, state) => states.push(state),
      newId: numberedIds(),
      now: () => 5_000,
    });
    for (let count = 0; count < 5; count += 1) await ask();
  });

  /** Asks the next question and gives the text that its request began with. */
  async function ask(): Promise<string> {
    await rig.engine.send(sendRequest({}, number));
    number += 1;
    await frame();
    script.say(ANSWER);
    script.end();
    await frame();
    return script.requests.at(-1)?.messages[0]?.text ?? '';
  }

  async function make(text: string): Promise<MessageId> {
    const { upTo, requests } = await summaries.plan(QUESTION);
    await summaries.make({ ...QUESTION, upTo });
    for (const _ of requests) {
      script.say(text);
      script.end();
    }
    await frame();
    return upTo;
  }

  const kept = async (leaf = `a${number - 1}`) =>
    summaryOf((await rig.store.thread(messageIdOf(leaf))).map(({ message }) => message));

  test('tell before what then goes, word for word, and to whom', async () => {
    const view = await summaries.plan(QUESTION);
    expect(view).toMatchObject({ host: 'model.example', model: 'm', goesOn: false });
    const before = script.requests.length;
    await summaries.make({ ...QUESTION, upTo: view.upTo });
    await frame();
    const [request] = script.requests.slice(before);
    expect(request?.system).toBe(view.system);
    expect(request?.messages).toEqual([{ role: 'user', text: view.requests[0] }]);
    expect(request?.parameters).toEqual({});
    expect(view.messages).toBeGreaterThan(0);
    expect(view.inputTokens).toBeGreaterThan(100);
  });

  test('go with every later question in the place of what they are of, and are told with each answer', async () => {
    const upTo = await make('It is about a bridge.');
    expect(await kept()).toMatchObject({
      text: 'It is about a bridge.',
      upTo,
      modelRef: MODEL,
      assistantName: 'Model',
      madeAt: 5_000,
    });
    expect(states.at(-1)).toBeNull();
    expect(activity).toEqual([true, false]);
    const first = await ask();
    expect(first).toContain('It is about a bridge.');
    const asked = messageIdOf(`a${number - 1}`);

    const summary = await kept();
    if (summary === null) throw new Error('There is a summary.');
    await summaries.edit({ messageId: upTo, summaryId: summary.id, text: 'It is about ropes.' });
    expect(await kept()).toMatchObject({ text: 'It is about ropes.', editedAt: 5_000, madeAt: 5_000 });
    expect(await ask()).toContain('It is about ropes.');

    const views = createRequestViews({
      store: rig.store,
      pages: createPageSource({ store: rig.store, readTab: () => Promise.reject(new Error('No tab.')) }),
      resolveModel,
    });
    const sent = await views.sent(asked);
    expect(sent?.exact).toBe(true);
    expect(sent?.messages[0]?.text).toBe(first);
    expect(sent?.leftOut.summarised).toBe(summary.messages);
  });

  test('are counted in what is spent, and held back by a budget that is', async () => {
    const { requests } = await summaries.plan(QUESTION);
    await make('It is about a bridge.');
    expect(noted).toHaveLength(requests.length);
    for (let count = 0; count < 4; count += 1) await ask();
    const before = script.requests.length;
    held = { kind: 'budget' };
    const { upTo } = await summaries.plan(QUESTION);
    await summaries.make({ ...QUESTION, upTo });
    await frame();
    expect(summaries.stateOf(CHAT)).toEqual({ kind: 'failed', error: held });
    expect(script.requests).toHaveLength(before);
    await summaries.make({ ...QUESTION, upTo, overBudget: true });
    await frame();
    expect(script.requests).toHaveLength(before + 1);
  });

  test('are not lost where they are dropped, and do not go along then', async () => {
    const upTo = await make('It is about a bridge.');
    const summary = await kept();
    if (summary === null) throw new Error('There is a summary.');
    await summaries.drop({ messageId: upTo, summaryId: summary.id, dropped: true });
    expect(await kept()).toBeNull();
    expect(await ask()).not.toContain('<summary-');
    await summaries.drop({ messageId: upTo, summaryId: summary.id, dropped: false });
    expect(await kept()).toEqual(summary);
  });

  test('go on from the one before, with what was said since', async () => {
    await make('It is about a bridge.');
    for (let count = 0; count < 4; count += 1) await ask();
    const view = await summaries.plan(QUESTION);
    expect(view.goesOn).toBe(true);
    expect(view.requests[0]).toContain('It is about a bridge.');
    expect(view.requests[0]).not.toContain('Question 1?');
    const upTo = await make('It is about a long bridge.');
    expect(await kept()).toMatchObject({ text: 'It is about a long bridge.', upTo });
    expect(await kept('a5')).toMatchObject({ text: 'It is about a bridge.' });
  });

  test('come along where a chat is forked or its last question asked anew', async () => {
    await make('It is about a bridge.');
    const changed = sendRequest({ replaces: messageIdOf(`q${number - 1}`) }, number);
    await rig.engine.send(changed);
    await frame();
    expect(script.requests.at(-1)?.messages[0]?.text).toContain('It is about a bridge.');
  });

  test('leave the chat as it is where they fail or are stopped, and say so', async () => {
    const { upTo } = await summaries.plan(QUESTION);
    await summaries.make({ ...QUESTION, upTo });
    script.yields({ type: 'error', error: { kind: 'unauthorized', host: 'model.example' } });
    await frame();
    expect(summaries.stateOf(CHAT)).toEqual({
      kind: 'failed',
      error: { kind: 'unauthorized', host: 'model.example' },
    });
    summaries.stop(CHAT);
    expect(summaries.stateOf(CHAT)).toBeNull();

    await summaries.make({ ...QUESTION, upTo });
    await summaries.make({ ...QUESTION, upTo });
    await frame();
    expect(summaries.stateOf(CHAT)).toMatchObject({ kind: 'making', part: 0 });
    const before = script.requests.length;
    summaries.stop(CHAT);
    script.say('Too late.');
    script.end();
    await frame();
    expect([summaries.stateOf(CHAT), await kept(), script.requests.length]).toEqual([null, null, before]);
    expect(activity).toEqual([true, false, true, false]);
  });

  test('are not made where there is nothing to do, or the chat is another than was looked at', async () => {
    const other = { ...QUESTION, chatId: chatIdOf('other') };
    await expect(summaries.plan(other)).rejects.toThrow('The model sees all of this chat');
    await expect(summaries.make({ ...QUESTION, upTo: messageIdOf('a1') })).rejects.toThrow('has changed');
    const gone = { messageId: messageIdOf('a1'), summaryId: 'none' as SummaryId };
    await expect(summaries.edit({ ...gone, text: 'x' })).rejects.toThrow('no longer there');
    expect(states).toEqual([]);
  });
});
