import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../../lib/domain/chat';
import { textOf } from '../../../../lib/domain/content';
import type { PageText } from '../../../../lib/domain/page';
import { findingsOf } from '../../../../lib/domain/whole-page/finding';
import type { WholePageView } from '../../../../lib/domain/whole-page/whole-page-view';
import type { ChatEngine } from '../../../../lib/engine/chat-engine';
import { createPageSource } from '../../../../lib/engine/capture-page';
import { settleDeadRuns } from '../../../../lib/engine/settle-dead-runs';
import { createWholePageViews } from '../../../../lib/engine/whole-page/view-whole-page';
import { createNetworkProvider } from '../../../../lib/providers/create-network-provider';
import { createEngineRig, sendRequest } from '../../../support/engine-rig';
import { COMBINED, NOTED } from '../../../support/fake-provider/part-scenarios';
import { configFor } from '../../../support/fake-provider/provider-rig';
import { startFakeProvider, type FakeProvider } from '../../../support/fake-provider/start-fake-provider';
import { createMemoryChatStore, type MemoryChatStore } from '../../../support/memory-chat-store';
import { block, chatIdOf, messageIdOf, MODEL, numberedIds } from '../../../support/rows';

const A1 = messageIdOf('a1');
/** A page of four parts for a model of 1,400 tokens. */
const PAGE: PageText = {
  title: 'Ropes',
  url: 'https://example.com/ropes',
  language: 'en',
  blocks: Array.from({ length: 40 }, (_, index) =>
    block(`b${index + 1}`, `Rope ${index + 1} is ${'very '.repeat(20)}long.`),
  ),
  notes: [],
};

let fake: FakeProvider;
beforeEach(async () => {
  fake = await startFakeProvider();
});
afterEach(() => fake.close());

/** An engine that asks the fake provider, which is on this machine: one part at a time. */
function rigOver(store: MemoryChatStore, name = 'public.example') {
  const provider = createNetworkProvider({
    config: configFor('openai-compatible', fake.url),
    key: null,
    stallMs: 5_000,
  });
  const resolveModel = async () => ({ provider, assistantName: 'Model', host: name, contextTokens: 1_400 });
  const readTab = async (): Promise<PageText> => PAGE;
  const { engine } = createEngineRig({ provider, store, readTab, resolveModel });
  const pages = createPageSource({ store, readTab });
  return { engine, views: createWholePageViews({ store, pages, resolveModel, newId: numberedIds() }) };
}

async function plan(views: ReturnType<typeof rigOver>['views']): Promise<WholePageView> {
  return views.plan({ chatId: null, text: 'How long?', modelRef: MODEL, page: { tabId: 1, snapshotId: null } });
}

async function send(engine: ChatEngine, { plan: wholePage, snapshotId }: WholePageView): Promise<void> {
  await engine.send(sendRequest({ text: 'How long?', page: { tabId: 1, snapshotId }, wholePage }));
}

async function ended(engine: ChatEngine, store: MemoryChatStore): Promise<Message> {
  await new Promise<void>((resolve) => {
    const { close } = engine.watch(chatIdOf('c'), {
      started: () => undefined,
      batch: ({ events }) => {
        if (!events.some(({ type }) => type === 'end' || type === 'error' || type === 'stop')) return;
        close();
        resolve();
      },
    });
    if (store.rows.messages.get(A1)?.status !== 'streaming') resolve();
  });
  await engine.stop(A1);
  const message = await store.message(A1);
  if (message === undefined) throw new Error('There is no answer.');
  return message;
}

const bodyOf = async (store: MemoryChatStore) => (await store.thread(A1)).at(-1)?.parts ?? [];
const statesOf = async (store: MemoryChatStore) => findingsOf(await bodyOf(store)).map(({ state }) => state);
const textsSent = () =>
  fake.requests
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => (body as { messages: { role: string; content: string }[] }).messages.at(-1)?.content ?? '');

describe('an answer over a whole page', () => {
  test('reads every part, then answers with marks of the page’s own blocks, and sums up what it took', async () => {
    fake.setScenario('parts');
    const store = createMemoryChatStore();
    const { engine, views } = rigOver(store);
    const view = await plan(views);
    expect(view.parts.length).toBeGreaterThan(2);
    await send(engine, view);
    const message = await ended(engine, store);
    expect(message).toMatchObject({ status: 'complete', note: null, sent: { combined: true } });
    const text = textOf(await bodyOf(store));
    expect(text).toContain(COMBINED);
    const marks = [...text.matchAll(/\[(b\d+)\]/g)].map(([, id]) => id);
    expect(marks).toHaveLength(view.parts.length);
    const page = await store.snapshot(view.snapshotId);
    for (const mark of marks) expect(page?.blocks.some(({ id }) => id === mark)).toBe(true);
    expect(await statesOf(store)).toEqual(view.parts.map(() => 'read'));
    const requests = view.parts.length + 1;
    expect(textsSent()).toHaveLength(requests);
    expect(message.usage).toMatchObject({ inputTokens: 12 * requests, outputTokens: 34 * requests });
  });

  test('sends, word for word, what was shown before, and tells it again afterwards', async () => {
    fake.setScenario('parts');
    const store = createMemoryChatStore();
    const { engine, views } = rigOver(store);
    const view = await plan(views);
    await send(engine, view);
    await ended(engine, store);
    const shown = view.parts.map((messages) => messages.at(-1)?.text);
    expect(new Set(textsSent().slice(0, -1))).toEqual(new Set(shown));
    const after = await views.sent(A1);
    expect(after?.exact).toBe(true);
    expect(after?.parts).toEqual(view.parts);
    expect(after?.last?.at(-1)?.text).toBe(textsSent().at(-1));
  });

  test('asks about two parts at a time, on one’s own machine about one', async () => {
    fake.setScenario('parts:hold');
    for (const [host, atOnce] of [
      ['api.example.com', 2],
      ['127.0.0.1:11434', 1],
    ] as const) {
      const store = createMemoryChatStore();
      const { engine, views } = rigOver(store, host);
      const before = textsSent().length;
      await send(engine, await plan(views));
      await fake.until(() => textsSent().length === before + atOnce);
      await engine.stop(A1);
      expect(textsSent()).toHaveLength(before + atOnce);
    }
  });

  test('a part that fails is told of, the others are kept; it is read again, or the answer goes on without it', async () => {
    fake.setScenario('parts:fail-2');
    const store = createMemoryChatStore();
    const { engine, views } = rigOver(store);
    const view = await plan(views);
    await send(engine, view);
    expect(await ended(engine, store)).toMatchObject({ status: 'failed', error: { kind: 'bad-request' } });
    const states = view.parts.map((_, part) => (part === 1 ? 'failed' : 'read'));
    expect(await statesOf(store)).toEqual(states);

    const before = textsSent().length;
    await engine.resume({ messageId: A1, modelRef: MODEL, page: null, dropPage: false, leaveOutUnread: true });
    const message = await ended(engine, store);
    expect(message.status).toBe('complete');
    expect(message.note).toBe(`Part 2 of ${view.parts.length} of the page is missing in this answer.`);
    expect(textsSent().slice(before)).toEqual([expect.stringContaining('Not read: part 2.')]);
  });

  test('resumed after a failure it asks only for what is missing', async () => {
    fake.setScenario('parts:fail-2');
    const store = createMemoryChatStore();
    const { engine, views } = rigOver(store);
    await send(engine, await plan(views));
    await ended(engine, store);
    const before = textsSent().length;
    fake.setScenario('parts');
    await engine.resume({ messageId: A1, modelRef: { ...MODEL, model: 'another' }, page: null, dropPage: false });
    expect(await ended(engine, store)).toMatchObject({ status: 'complete', note: null, modelRef: MODEL });
    const asked = textsSent().slice(before);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('This is part 2 of');
  });

  test('a refused key stops it at once, and no request goes out again', async () => {
    fake.setScenario('parts:401-1');
    const store = createMemoryChatStore();
    const { engine, views } = rigOver(store, '127.0.0.1');
    await send(engine, await plan(views));
    expect(await ended(engine, store)).toMatchObject({ status: 'failed', error: { kind: 'unauthorized' } });
    expect(textsSent()).toHaveLength(1);
  });

  test('killed in the middle it goes on from what was read', async () => {
    fake.setScenario('parts:hold');
    const store = createMemoryChatStore();
    const first = rigOver(store, '127.0.0.1');
    const view = await plan(first.views);
    await send(first.engine, view);
    await fake.until(() => textsSent().length === 1);
    fake.release(1);
    await fake.until(() => textsSent().length === 2);
    await expect.poll(async () => (await statesOf(store))[0], { timeout: 3_000 }).toBe('read');

    // Another background takes over; the old one never stirs again.
    await settleDeadRuns(store, 'another', 5);
    expect(await store.message(A1)).toMatchObject({ status: 'interrupted', wholePage: view.plan });
    const before = textsSent().length;
    fake.setScenario('parts');
    const second = rigOver(store, '127.0.0.1');
    await second.engine.resume({ messageId: A1, modelRef: MODEL, page: null, dropPage: false });
    expect(await ended(second.engine, store)).toMatchObject({ status: 'complete' });
    expect(textsSent().slice(before)).toHaveLength(view.parts.length);
    expect(
      textsSent()
        .slice(before)
        .some((text) => text.includes('This is part 1 of')),
    ).toBe(false);
    expect(findingsOf(await bodyOf(store))[0]?.text).toContain(NOTED);
  });

  test('stopped while it reads, what is read stays', async () => {
    fake.setScenario('parts:hold');
    const store = createMemoryChatStore();
    const { engine, views } = rigOver(store, '127.0.0.1');
    await send(engine, await plan(views));
    await fake.until(() => textsSent().length === 1);
    fake.release(1);
    await fake.until(() => textsSent().length === 2);
    await engine.stop(A1);
    expect((await store.message(A1))?.status).toBe('stopped');
    expect((await statesOf(store)).slice(0, 3)).toEqual(['read', 'waiting', 'waiting']);
    await fake.until((requests) => requests.at(-1)?.aborted === true);
  });

  test('is not made of a page other than the one that was planned', async () => {
    fake.setScenario('parts');
    const store = createMemoryChatStore();
    const { engine, views } = rigOver(store);
    const view = await plan(views);
    await send(engine, { ...view, plan: { ...view.plan, blocks: view.plan.blocks + 1 } });
    expect(await ended(engine, store)).toMatchObject({ status: 'failed' });
    expect(textsSent()).toEqual([]);
  });
});
