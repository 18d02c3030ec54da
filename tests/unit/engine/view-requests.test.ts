import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FRAME_MS } from '../../../lib/engine/live-run';
import { SYSTEM_TEXT } from '../../../lib/domain/prompt';
import type { PageRequest, PageText } from '../../../lib/domain/page';
import { createPageSource } from '../../../lib/engine/capture-page';
import { createRequestViews, type RequestViews } from '../../../lib/engine/view-requests';
import type { ProviderRequest } from '../../../lib/providers/provider';
import { createEngineRig, sendRequest, type EngineRig } from '../../support/engine-rig';
import { block, chatIdOf, messageIdOf, MODEL, numberedIds } from '../../support/rows';
import { createScriptedProvider, type ScriptedProvider } from '../../support/scripted-provider';

const CHAT = chatIdOf('c');
const frame = () => vi.advanceTimersByTimeAsync(FRAME_MS);
const A1 = messageIdOf('a1');

const PAGE: PageText = {
  title: 'Bridges',
  url: 'https://example.com/bridges',
  language: 'en',
  blocks: [block('b1', 'It opened in 1932.')],
  notes: [],
};

/** What goes to the model of a request, whoever tells it. */
const bytes = ({ system, messages }: Pick<ProviderRequest, 'system' | 'messages'>) =>
  JSON.stringify([system, messages]);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('requests on view', () => {
  let script: ScriptedProvider;
  let rig: EngineRig;
  let views: RequestViews;

  beforeEach(() => {
    script = createScriptedProvider();
    const readTab = async (): Promise<PageText> => PAGE;
    rig = createEngineRig({ provider: script.provider, readTab });
    views = createRequestViews({
      store: rig.store,
      pages: createPageSource({ store: rig.store, readTab }),
      resolveModel: async () => ({ provider: script.provider, assistantName: 'Model', host: 'model.example' }),
      newId: numberedIds(),
    });
  });

  /** Captures the page as its preview on the chip does, so that the question carries that very snapshot. */
  async function previewedPage(): Promise<PageRequest> {
    const { id } = await createPageSource({ store: rig.store, readTab: async () => PAGE }).capture(
      { tabId: 1, snapshotId: null },
      CHAT,
    );
    return { tabId: 1, snapshotId: id };
  }

  async function ask(number: number, text: string, page: PageRequest | null = null): Promise<void> {
    await rig.engine.send(sendRequest({ text, page }, number));
    await frame();
  }

  test('show before it goes what the provider then gets, page and all', async () => {
    const page = await previewedPage();
    const shown = await views.preview({ chatId: null, text: 'When?', modelRef: MODEL, page });
    await ask(1, 'When?', page);
    const [request] = script.requests;
    expect(request && bytes(request)).toBe(bytes(shown));
    expect(shown).toMatchObject({ host: 'model.example', model: 'm', system: SYSTEM_TEXT, exact: true });
    expect(shown.messages[0]?.text).toContain('[b1] It opened in 1932.');
  });

  test('show the turns of the chat before the next question', async () => {
    await ask(1, 'One?');
    script.say('Yes.');
    script.end();
    await frame();
    const shown = await views.preview({ chatId: CHAT, text: 'Two?', modelRef: MODEL, page: null });
    expect(shown.messages.map(({ text }) => text)).toEqual(['One?', 'Yes.', 'Two?']);
    await ask(2, 'Two?');
    expect(bytes(script.requests[1] as ProviderRequest)).toBe(bytes(shown));
  });

  test('tell for good what an answer was asked with, however the chat goes on', async () => {
    await ask(1, 'When?', await previewedPage());
    script.say('In 1932.');
    script.end();
    await frame();
    await ask(2, 'Where?');
    script.say('There.');
    script.end();
    await frame();
    for (const [index, id] of [A1, messageIdOf('a2')].entries()) {
      const shown = await views.sent(id);
      expect(shown).toMatchObject({ host: 'model.example', exact: true });
      expect(shown && bytes(shown)).toBe(bytes(script.requests[index] as ProviderRequest));
    }
  });

  test('tell what an answer was asked to go on from, though it is longer now', async () => {
    await ask(1, 'When?');
    script.say('In 19');
    await frame();
    await rig.engine.stop(A1);
    await rig.engine.resume({ messageId: A1, modelRef: MODEL, page: null, dropPage: false });
    await frame();
    script.say('32.');
    script.end();
    await frame();
    const shown = await views.sent(A1);
    expect(shown?.exact).toBe(true);
    expect(shown && bytes(shown)).toBe(bytes(script.requests[1] as ProviderRequest));
  });

  test('say so where the stored chat no longer gives the same request', async () => {
    await ask(1, 'When?');
    script.end();
    await frame();
    const body = { messageId: messageIdOf('q1'), parts: [{ type: 'text', text: 'Where?' }] } as const;
    rig.store.rows.bodies.set(body.messageId, body);
    expect(await views.sent(A1)).toMatchObject({ exact: false });
  });

  test('have nothing to show of an answer that was never asked for', async () => {
    const page = { tabId: 1, snapshotId: null };
    const failing = createEngineRig({
      provider: script.provider,
      readTab: () => Promise.reject(new Error('closed')),
    });
    await failing.engine.send(sendRequest({ page }));
    await frame();
    const { sent } = createRequestViews({
      store: failing.store,
      pages: createPageSource({ store: failing.store, readTab: async () => PAGE }),
      resolveModel: async () => ({ provider: script.provider, assistantName: 'Model', host: null }),
    });
    expect(await sent(A1)).toBeNull();
    await expect(sent(messageIdOf('none'))).rejects.toThrow('no longer there');
  });

  test('say what of a long page stays out', async () => {
    const long = {
      ...PAGE,
      blocks: Array.from({ length: 50 }, (_, i) => block(`b${i + 1}`, 'word '.repeat(8000))),
    };
    const store = rig.store;
    const { preview } = createRequestViews({
      store,
      pages: createPageSource({ store, readTab: async () => long }),
      resolveModel: async () => ({ provider: script.provider, assistantName: 'Model', host: null }),
    });
    const shown = await preview({
      chatId: null,
      text: 'When?',
      modelRef: MODEL,
      page: { tabId: 1, snapshotId: null },
    });
    expect(shown.leftOut.pages).toEqual([{ title: 'Bridges', blocks: 5, ofBlocks: 50, omitted: 0 }]);
    expect(shown.messages[0]?.text).toContain('(45 more blocks of this page did not fit.)');
  });

  test('and prompts take as much of a page as the model has room for', async () => {
    const long = { ...PAGE, blocks: Array.from({ length: 50 }, (_, i) => block(`b${i + 1}`, 'word '.repeat(80))) };
    const sizes: number[] = [];
    for (const contextTokens of [4_096, 8_192, undefined]) {
      const resolveModel = async () => ({
        provider: script.provider,
        assistantName: 'Model',
        host: null,
        contextTokens,
      });
      const { engine, store } = createEngineRig({
        provider: script.provider,
        readTab: async () => long,
        resolveModel,
      });
      await engine.send(sendRequest({ text: 'When?', page: { tabId: 1, snapshotId: null } }));
      await frame();
      const asked = script.requests.at(-1);
      const { sent } = createRequestViews({
        store,
        pages: createPageSource({ store, readTab: async () => long }),
        resolveModel,
      });
      const view = await sent(A1);
      expect(view?.exact).toBe(true);
      expect(asked && bytes(asked)).toBe(view && bytes(view));
      sizes.push(view?.leftOut.pages[0]?.blocks ?? 50);
    }
    expect(sizes).toEqual([15, 33, 50]);
  });

  test('of an edited question ends before what followed the former one, with its page', async () => {
    await ask(1, 'First?');
    script.end();
    await frame();
    await ask(2, 'When?', await previewedPage());
    script.end();
    await frame();
    const replaces = messageIdOf('q2');
    const draft = { chatId: CHAT, text: 'When exactly?', modelRef: MODEL, page: null, replaces };
    const shown = await views.preview(draft);
    await rig.engine.send(sendRequest({ text: 'When exactly?', replaces }, 3));
    await frame();
    const asked = script.requests.at(-1);
    expect(asked && bytes(asked)).toBe(bytes(shown));
    expect(bytes(shown)).toContain('It opened in 1932.');
    expect(bytes(shown)).not.toContain('When?');
  });
});
