import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ChatFailure } from '../../../lib/domain/errors';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../lib/domain/provider-config';
import type { ChatStore } from '../../../lib/engine/chat-store';
import type { PanelRequest } from '../../../lib/messaging/protocol';
import { copyDiagnostics } from '../../../lib/panel/copy-diagnostics';
import { createDatabaseSource } from '../../../lib/panel/database-source';
import { ChatPanel } from '../../../lib/panel/chat-panel.svelte';
import { PanelStorage } from '../../../lib/panel/panel-storage.svelte';
import type { PanelServices } from '../../../lib/panel/panel-services';
import { StoredItem } from '../../../lib/panel/stored-item.svelte';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import { memoryItem } from '../../support/memory-item';
import {
  answerRow,
  block,
  chatIdOf,
  chatRow,
  messageIdOf,
  MODEL,
  snapshotRow,
  textParts,
  turnRows,
} from '../../support/rows';
import { noAnswerSettings } from '../../support/answer-settings';
import { createTestClient, type TestClient } from '../../support/test-client';
import { openDatabase } from '../storage/open-database';

const C = chatIdOf('c');
const A = messageIdOf('a');
const GPT: ProviderConfig = {
  ...BUILT_IN_PROVIDER,
  id: MODEL.providerId,
  kind: 'openai',
  name: 'GPT',
  avatar: '🤖',
};

describe('ChatPanel', () => {
  let client: TestClient;
  let store: ChatStore;
  let panel: ChatPanel;
  let services: PanelServices;
  let answer: (request: PanelRequest) => unknown;
  let allowed: boolean;

  beforeEach(async () => {
    localStorage.clear();
    answer = ({ type }) => (type === 'watch' ? [] : null);
    allowed = false;
    client = createTestClient((request) => answer(request));
    const database = await openDatabase();
    store = createChatStore(await openDatabase(database.name));
    services = {
      client,
      storage: new PanelStorage({
        client,
        openDatabase: () => createDatabaseSource(createQueries(database)),
        onMemoryChange: () => () => undefined,
        initial: { kind: 'database', missing: 0 },
      }),
      providers: new StoredItem<readonly ProviderConfig[]>(memoryItem([GPT])),
      defaultModel: new StoredItem(memoryItem(null)),
      appearance: new StoredItem(memoryItem({ theme: 'system', userAvatar: '🙂', readerAvatar: '📚' })),
      ...noAnswerSettings(),
      modelLists: new StoredItem(memoryItem({})),
      favouriteModels: new StoredItem(memoryItem([])),
      recentModels: new StoredItem(memoryItem([])),
      draftStore: localStorage,
      lastChat: new StoredItem(memoryItem(null)),
      pendingQuestions: new StoredItem(memoryItem({})),
      timeLimits: new StoredItem(memoryItem({ remote: 1, local: 1 })),
      builtIn: BUILT_IN_PROVIDER,
      version: '1.2.3',
      inTab: false,
      windowId: 1,
      currentTab: async () => null,
      onPageChange: () => () => undefined,
      requestAllSites: async () => allowed,
      requestDataCollection: vi.fn(async () => true),
      openSettings: vi.fn(),
      openInTab: vi.fn(),
      openPrint: vi.fn(),
    } as unknown as PanelServices;
    services = { ...services, list: services };
    onTestFinished(
      $effect.root(() => {
        panel = new ChatPanel(services);
        $effect(() => void [panel.session.thread, panel.providers, panel.session.stored.passageOf('b1')]);
      }),
    );
    flushSync();
  });

  async function openTurn(text = 'Because [b1].'): Promise<void> {
    await store.beginTurn(turnRows());
    await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2 }), textParts(text));
    await panel.open(C);
    await expect.poll(() => panel.session.thread?.branch.length).toBe(2);
  }

  it('sends what stands in the composer and empties it; what is typed next belongs to the chat begun', async () => {
    panel.drafts.text = '  Why? ';
    await panel.send();
    expect(client.askedFor('send')).toMatchObject([{ text: 'Why?' }]);
    expect(panel.drafts.text).toBe('');
    panel.drafts.text = 'And then?';
    const begun = panel.session.chatId;
    await panel.open(null);
    expect(panel.drafts.text).toBe('');
    await panel.open(begun);
    expect(panel.drafts.text).toBe('And then?');
    expect(await services.lastChat.load()).toBe(begun);
  });

  it('sends a question that is asked at once into the chat that was last on view', async () => {
    await services.lastChat.set(C);
    const opening = panel.openLast();
    panel.drafts.text = 'Why?';
    await panel.send();
    await opening;
    expect(client.askedFor('send')).toMatchObject([{ chatId: 'c', text: 'Why?' }]);
    expect(panel.session.chatId).toBe(C);
  });

  it('keeps a question on view that is asked at once where no chat was', async () => {
    const opening = panel.openLast();
    panel.drafts.text = 'Why?';
    await panel.send();
    await opening;
    expect(client.askedFor('send')).toMatchObject([{ chatId: panel.session.chatId }]);
  });

  it('gives a question back that could not be sent, above what was typed meanwhile', async () => {
    answer = ({ type }) => {
      if (type === 'watch') return [];
      panel.drafts.text = 'typed meanwhile';
      throw new ChatFailure({ kind: 'background-stopped' });
    };
    panel.drafts.text = 'Why?';
    await expect(panel.send()).rejects.toThrow();
    expect(panel.drafts.text).toBe('Why?\n\ntyped meanwhile');
  });

  it('takes a waiting question back into the composer', async () => {
    await panel.open(C);
    panel.drafts.text = 'typed';
    const queued = { messageId: messageIdOf('q9'), answerId: A, text: 'Waiting?', modelRef: MODEL, page: null };
    await panel.editQueued(queued);
    expect(client.askedFor('unqueue')).toMatchObject([{ chatId: 'c', messageId: 'q9' }]);
    expect(panel.drafts.text).toBe('typed\n\nWaiting?');
  });

  it('leaves nothing of a deleted chat on view: draft and all; Undo brings it back', async () => {
    await openTurn();
    panel.drafts.text = 'for c';
    await panel.organiser.remove([chatRow('c', { title: 'Bridges' })]);
    expect(panel.session.chatId).toBeNull();
    expect(panel.drafts.text).toBe('');
    panel.drafts.text = 'for a new one';
    await panel.open(C);
    await panel.open(null);
    expect(panel.drafts.text).toBe('for a new one');
    panel.notices.tell('x');
    await panel.organiser.remove([chatRow('d', { title: 'Other' })]);
    expect(panel.notices.current).toMatchObject({ text: '“Other” deleted.', action: { label: 'Undo' } });
    panel.notices.current?.action?.run();
    expect(client.askedFor('organise-chats').at(-1)).toMatchObject({
      chatIds: ['d'],
      change: { kind: 'delete', on: false },
    });
  });

  it('clears with a way back', async () => {
    await openTurn();
    await panel.chatActions.clear();
    panel.notices.current?.action?.run();
    expect(client.asked.slice(-2).map(({ type }) => type)).toEqual(['clear-chat', 'undo-clear']);
  });

  it('does what each button under an answer says', async () => {
    await openTurn();
    const askedBy = async (action: Parameters<ChatPanel['answers']['act']>[1]) => {
      const before = client.asked.length;
      await panel.answers.act(A, action);
      return client.asked.slice(before).map(({ type }) => type);
    };
    for (const action of ['retry', 'wait-and-retry', 'continue'] as const) {
      expect(await askedBy(action)).toEqual(['resume']);
    }
    expect(await askedBy('regenerate')).toEqual(['regenerate']);
    await askedBy('ask-without-page');
    expect(client.askedFor('resume').at(-1)?.dropPage).toBe(true);
    expect(await askedBy('allow-page')).toEqual([]);
    expect(panel.notices.current?.text).toMatch(/^Not allowed/);
    allowed = true;
    expect(await askedBy('allow-page')).toContain('resume');
    await askedBy('open-settings');
    expect(services.openSettings).toHaveBeenCalledTimes(1);
    await askedBy('new-chat');
    expect(panel.session.chatId).toBeNull();
  });

  it('asks about website content in the click that switches the page on for a provider', async () => {
    await panel.switchReadPage(true);
    expect(services.requestDataCollection).not.toHaveBeenCalled();
    panel.session.pickModel(MODEL);
    void panel.switchReadPage(true);
    expect(services.requestDataCollection).toHaveBeenCalledTimes(1);
  });

  it('names who wrote an answer, also where the provider is gone', () => {
    expect(panel.assistantOf(answerRow('a', 'q'))).toEqual({
      name: 'GPT',
      avatar: '🤖',
      model: 'm',
      canContinue: true,
    });
    const gone = { providerId: 'gone' as never, model: 'x' };
    expect(panel.assistantOf(answerRow('a', 'q', { modelRef: gone, assistantName: 'Old' })).name).toBe('Old');
    const reader = { providerId: BUILT_IN_PROVIDER.id, model: 'built-in' };
    expect(panel.assistantOf(answerRow('a', 'q', { modelRef: reader }))).toMatchObject({
      name: 'Reader',
      avatar: '📚',
      model: '',
      canContinue: false,
    });
  });

  it.each([
    ['shown', null],
    ['closed', /closed part of the page/],
    ['similar', /has changed/],
    ['missing', null],
    ['reopened', /opened again; the browser looks/],
    ['reopened-shown', /opened again\.$/],
    ['reopened-closed', /opened again\. This passage is in a closed part/],
    ['reopened-similar', /opened again and has changed/],
    ['reopened-missing', null],
  ])('leads to a cited passage, and says where it was not as quoted: %s', async (outcome, words) => {
    answer = ({ type }) => (type === 'watch' ? [] : type === 'show-passage' ? outcome : null);
    const page = snapshotRow('s', [block('b1', 'one')]);
    await store.putSnapshot(page);
    await store.beginTurn(turnRows());
    await store.setPage(messageIdOf('q'), { snapshotId: page.id, title: '', url: '' });
    await panel.open(C);
    await expect.poll(() => panel.session.stored.passageOf('b1')?.block.text).toBe('one');
    await panel.passages.show('b1', 'one');
    expect(client.askedFor('show-passage')).toEqual([
      { type: 'show-passage', snapshotId: 's', blockId: 'b1', quote: 'one' },
    ]);
    if (words === null) expect(panel.notices.current).toBeNull();
    else expect(panel.notices.current?.text).toMatch(words);
    if (outcome.endsWith('missing')) {
      expect(panel.passages.stored).toMatchObject({
        page: { id: 's' },
        blockId: 'b1',
        reason: expect.stringContaining('no longer') as string,
      });
    } else expect(panel.passages.stored).toBeNull();
    panel.notices.current?.action?.run();
    if (outcome.endsWith('similar')) await expect.poll(() => panel.passages.stored?.reason).toBeNull();
    panel.passages.close();
    await panel.passages.show('b99', 'not there');
    expect(client.askedFor('show-passage')).toHaveLength(1);
  });

  it('edits a question in the composer, where the draft comes back afterwards', async () => {
    await openTurn();
    panel.drafts.text = 'a draft';
    await expect.poll(() => (panel.editQuestion(), panel.edit.text)).toBe('Why?');
    panel.edit.text = 'Why so? ';
    await panel.send();
    expect(client.askedFor('send')).toMatchObject([{ text: 'Why so?', replaces: 'q', chatId: C }]);
    expect(panel.edit.question).toBeNull();
    expect(panel.drafts.text).toBe('a draft');
  });

  it('keeps what was edited where it could not be asked', async () => {
    await openTurn();
    await expect.poll(() => (panel.editQuestion(), panel.edit.text)).toBe('Why?');
    panel.edit.text = 'Why so?';
    answer = ({ type }) => {
      if (type === 'send') throw new ChatFailure({ kind: 'storage' });
      return type === 'watch' ? [] : null;
    };
    await expect(panel.send()).rejects.toThrow();
    expect(panel.edit).toMatchObject({ text: 'Why so?', question: { id: 'q' } });
    await panel.open(null);
    expect(panel.edit.question).toBeNull();
  });

  it('copies diagnostics without a word of what was written', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await openTurn('Very private words.');
    await copyDiagnostics(panel, A);
    const report = write.mock.lastCall?.[0] ?? '';
    expect(report).toContain('1.2.3');
    expect(report).not.toMatch(/private|Why/);
    write.mockRestore();
  });

  it('turns a failure into a notice', async () => {
    panel.run(Promise.reject(new ChatFailure({ kind: 'storage' })));
    await expect
      .poll(() => panel.notices.current)
      .toMatchObject({ role: 'alert', text: expect.stringContaining('could not be stored') as string });
  });
});
