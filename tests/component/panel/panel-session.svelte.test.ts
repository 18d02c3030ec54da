import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import { textOf } from '../../../lib/domain/content';
import type { RunId } from '../../../lib/domain/ids';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../lib/domain/provider-config';
import type { RunSnapshot } from '../../../lib/domain/run';
import type { PagePreview } from '../../../lib/domain/page-preview';
import type { PanelRequest } from '../../../lib/messaging/protocol';
import { createDatabaseSource } from '../../../lib/panel/database-source';
import { PanelSession } from '../../../lib/panel/panel-session.svelte';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import type { ChatStore } from '../../../lib/engine/chat-store';
import {
  answerRow,
  chatIdOf,
  messageIdOf,
  MODEL,
  numberedIds,
  snapshotIdOf,
  textParts,
  turnRows,
} from '../../support/rows';
import { noAnswerSettings } from '../../support/answer-settings';
import { createTestClient, type TestClient } from '../../support/test-client';
import { openDatabase } from '../storage/open-database';

const C = chatIdOf('c');
const A = messageIdOf('a');
const NETWORK: ProviderConfig = { ...BUILT_IN_PROVIDER, id: MODEL.providerId, kind: 'openai', model: 'm' };
const snapshot = (seq: number, text: string, run = 'r'): RunSnapshot => ({
  runId: run as RunId,
  chatId: C,
  messageId: A,
  seq,
  answer: { ...EMPTY_ANSWER, parts: textParts(text) },
});
const page: PagePreview = {
  part: 'page',
  hasSelection: false,
  snapshotId: snapshotIdOf('s'),
  title: 'A page',
  url: 'https://example.com',
  blocks: 1,
  tokens: 5,
  notes: [],
};

describe('PanelSession', () => {
  let client: TestClient;
  let store: ChatStore;
  let session: PanelSession;
  let live: readonly RunSnapshot[];

  beforeEach(async () => {
    live = [];
    const answer = ({ type }: PanelRequest) => (type === 'watch' ? live : type === 'capture-page' ? page : null);
    client = createTestClient(answer);
    const panel = await openDatabase();
    store = createChatStore(await openDatabase(panel.name));
    onTestFinished(
      $effect.root(() => {
        session = new PanelSession({
          client,
          queries: createDatabaseSource(createQueries(panel)),
          currentTab: async () => ({ id: 1 }),
          providers: () => [BUILT_IN_PROVIDER, NETWORK],
          defaultModel: () => null,
          newId: numberedIds(),
          answerSettings: noAnswerSettings(),
        });
        $effect(() => void session.thread);
      }),
    );
    flushSync();
  });

  const watches = () => client.askedFor('watch').length;
  const lastAnswer = () => {
    const last = session.thread?.branch.at(-1);
    const entry = last === undefined ? null : session.stored.entryOf(last);
    return entry === null ? undefined : session.answerOf(entry);
  };
  async function openTurn(): Promise<void> {
    await store.beginTurn(turnRows());
    await session.open(C);
    await expect.poll(() => session.thread?.branch.length).toBe(2);
  }

  it('begins a chat with its first question: it goes before all else, then the chat is watched', async () => {
    await session.send('Why?');
    expect(client.asked.slice(0, 2)).toEqual([
      {
        type: 'send',
        begins: true,
        chatId: 'id1',
        messageId: 'id2',
        answerId: 'id3',
        text: 'Why?',
        modelRef: { providerId: 'built-in', model: 'built-in' },
        readPage: null,
        page: null,
      },
      { type: 'watch', chatId: 'id1' },
    ]);
    expect(session.chatId).toBe('id1');
  });

  it('sends the page that the chip shows', async () => {
    await session.pageContext.refresh(true);
    await session.send('Why?');
    expect(client.askedFor('send')[0]?.page).toEqual({ tabId: 1, snapshotId: 's' });
  });

  it('reads the page for the built-in reader, and for a network provider only when told', async () => {
    expect(session.readPage).toBe(true);
    session.pickModel(MODEL);
    expect(session.readPage).toBe(false);
    await session.setReadPage(true);
    expect(session.readPage).toBe(true);
    await session.send('Why?');
    expect(client.askedFor('send')[0]).toMatchObject({ readPage: true, modelRef: MODEL });
  });

  it('shows a live answer while it grows, and the stored one when it is done', async () => {
    live = [snapshot(1, 'Be')];
    await openTurn();
    await expect.poll(() => textOf(lastAnswer()?.parts ?? [])).toBe('Be');
    expect(session.streamingId).toBe('a');
    const batch = { ...snapshot(0, ''), seq: 2, events: [{ type: 'text-delta', text: 'cause' } as const] };
    client.push({ type: 'run-batch', batch });
    expect(textOf(lastAnswer()?.parts ?? [])).toBe('Because');
    await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2 }), textParts('Because it is.'));
    client.push({ type: 'run-batch', batch: { ...batch, seq: 3, events: [{ type: 'end', reason: 'complete' }] } });
    await expect.poll(() => textOf(lastAnswer()?.parts ?? [])).toBe('Because it is.');
    expect(session.streamingId).toBeNull();
  });

  it('watches again where a batch is missing', async () => {
    live = [snapshot(1, 'Be')];
    await openTurn();
    await expect.poll(() => lastAnswer()?.parts.length).toBe(1);
    const before = watches();
    live = [snapshot(5, 'Because')];
    client.push({ type: 'run-batch', batch: { ...snapshot(0, ''), seq: 5, events: [] } });
    await expect.poll(() => textOf(lastAnswer()?.parts ?? [])).toBe('Because');
    expect(watches()).toBe(before + 1);
  });

  it('wakes a lost background only while an answer grows', async () => {
    live = [snapshot(1, 'Be')];
    await openTurn();
    await expect.poll(() => session.live.get(A)).toBeDefined();
    const before = watches();
    client.disconnect();
    expect(watches()).toBe(before + 1);
    await expect.poll(() => session.live.get(A)?.status).toBe('streaming');
    client.push({ type: 'run-batch', batch: { ...snapshot(0, ''), seq: 2, events: [{ type: 'stop' }] } });
    client.disconnect();
    expect(watches()).toBe(before + 1);
  });

  it('offers the words on view to the next background, and goes on showing them until they are stored', async () => {
    live = [snapshot(1, 'One two')];
    await openTurn();
    await store.checkpoint({ run: turnRows().run, parts: textParts('One') });
    live = [];
    client.disconnect();
    expect(client.askedFor('keep-shown')).toEqual([
      { type: 'keep-shown', messageId: A, parts: textParts('One two') },
    ]);
    await store.settle([answerRow('a', 'q', { status: 'interrupted', finishedAt: 1 })]);
    await expect.poll(() => lastAnswer()?.status).toBe('interrupted');
    expect(textOf(lastAnswer()?.parts ?? [])).toBe('One two');
    await store.rewriteAnswer(
      answerRow('a', 'q', { status: 'interrupted', finishedAt: 2 }),
      textParts('One two three'),
    );
    await expect.poll(() => textOf(lastAnswer()?.parts ?? [])).toBe('One two three');
  });

  it('takes up an answer that another panel began while this one was not connected', async () => {
    await store.beginTurn(turnRows());
    await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2 }), textParts('Done.'));
    await session.open(C);
    await expect.poll(() => session.thread?.branch.length).toBe(2);
    const before = watches();
    live = [snapshot(1, 'Anew', 'r2')];
    await store.beginTurn(turnRows({ question: null, run: { ...turnRows().run, id: 'r2' as RunId } }));
    await expect.poll(() => textOf(lastAnswer()?.parts ?? [])).toBe('Anew');
    expect(watches()).toBe(before + 1);
  });

  it('forgets the model and the switch that were picked for another chat', async () => {
    session.pickModel(MODEL);
    await session.setReadPage(false);
    await session.open(C);
    expect(session.model.provider.id).toBe('built-in');
    expect(session.readPage).toBe(true);
  });

  it('asks with the chat’s own model, and falls back where its provider is gone', async () => {
    await store.beginTurn(turnRows({ chat: { ...turnRows().chat, modelRef: MODEL } }));
    await session.open(C);
    await expect.poll(() => session.model.ref).toEqual(MODEL);
    await store.updateChat(C, { modelRef: { providerId: 'gone' as never, model: 'x' } });
    await expect.poll(() => session.model.provider.id).toBe('built-in');
  });

  it('regenerates, resumes and stops by the answer’s id', async () => {
    live = [snapshot(1, 'Be')];
    await openTurn();
    await session.stop();
    await session.regenerate(A);
    await session.resume(A, { withoutPage: true });
    expect(client.askedFor('stop')).toEqual([{ type: 'stop', messageId: 'a' }]);
    expect(client.askedFor('regenerate')).toMatchObject([{ messageId: 'a', answerId: 'id1' }]);
    expect(client.askedFor('resume')).toMatchObject([{ messageId: 'a', page: null, dropPage: true }]);
  });
});
