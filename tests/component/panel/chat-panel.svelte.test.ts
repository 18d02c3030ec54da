import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../../../lib/domain/provider-config';
import { DEFAULT_TIME_LIMITS } from '../../../lib/domain/time-limits';
import type { ChatStore } from '../../../lib/engine/chat-store';
import type { PanelRequest } from '../../../lib/messaging/protocol';
import { ChatPanel } from '../../../lib/panel/chat-panel.svelte';
import { StoredItem } from '../../../lib/panel/stored-item.svelte';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import { answerRow, chatIdOf, messageIdOf, MODEL, turnRows } from '../../support/rows';
import { createTestClient, type TestClient } from '../../support/test-client';
import { openDatabase } from '../storage/open-database';

const C = chatIdOf('c');
const A = messageIdOf('a');
const NETWORK: ProviderConfig = {
  ...BUILT_IN_PROVIDER,
  id: MODEL.providerId,
  kind: 'openai',
  name: 'Net',
  model: 'm',
};

/** A stored item that is only remembered. */
function remembered<Value>(fallback: Value): StoredItem<Value> {
  let value = fallback;
  const watchers = new Set<(value: Value) => void>();
  return new StoredItem<Value>({
    fallback,
    getValue: async () => value,
    setValue: async (next) => {
      value = next;
      watchers.forEach((tell) => tell(next));
    },
    watch: (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
  });
}

describe('ChatPanel', () => {
  let client: TestClient;
  let store: ChatStore;
  let panel: ChatPanel;
  let refuse: PanelRequest['type'] | null;
  let sitesAllowed: boolean;
  const openSettings = vi.fn();
  const requestDataCollection = vi.fn(async () => true);

  beforeEach(async () => {
    localStorage.clear();
    refuse = null;
    sitesAllowed = true;
    client = createTestClient(({ type }) => {
      if (type === refuse) throw new Error('The background said no.');
      return type === 'watch' ? [] : type === 'show-passage' ? 'similar' : null;
    });
    const database = await openDatabase();
    store = createChatStore(await openDatabase(database.name));
    onTestFinished(
      $effect.root(() => {
        panel = new ChatPanel({
          client,
          queries: createQueries(database),
          providers: remembered<readonly ProviderConfig[]>([NETWORK]),
          defaultModel: remembered<typeof MODEL | null>(null),
          appearance: remembered({ theme: 'system', userAvatar: 'U', readerAvatar: 'R' } as const),
          lastChat: remembered<typeof C | null>(null),
          pendingQuestions: remembered({}),
          timeLimits: remembered(DEFAULT_TIME_LIMITS),
          builtIn: BUILT_IN_PROVIDER,
          version: '1.2.3',
          inTab: false,
          windowId: 1,
          currentTab: async () => ({ id: 1 }),
          onPageChange: () => () => undefined,
          requestAllSites: async () => sitesAllowed,
          requestDataCollection,
          openSettings,
          openInTab: () => undefined,
        } as ConstructorParameters<typeof ChatPanel>[0]);
        $effect(() => void [panel.session.thread, panel.chats, panel.feedback]);
      }),
    );
    flushSync();
  });

  async function openTurn(): Promise<void> {
    await store.beginTurn(turnRows());
    await panel.open(C);
    await expect.poll(() => panel.session.thread?.branch.length).toBe(2);
  }

  it('asks what stands in the composer, and gives it back where that fails', async () => {
    panel.drafts.text = '  Why?  ';
    await panel.send();
    expect(client.askedFor('send')).toMatchObject([{ text: 'Why?' }]);
    expect(panel.drafts.text).toBe('');
    refuse = 'send';
    panel.drafts.text = 'And now?';
    await expect(panel.send()).rejects.toThrow();
    expect(panel.drafts.text).toBe('And now?');
  });

  it('puts a selection and a waiting question below what stands in the composer', async () => {
    await openTurn();
    panel.drafts.text = 'Compare: ';
    panel.quote('one\ntwo');
    expect(panel.drafts.text).toBe('Compare:\n\n> one\n> two\n\n');
    const waiting = { messageId: messageIdOf('q9'), answerId: messageIdOf('a9'), text: 'Later?' };
    await panel.editQueued({ ...waiting, modelRef: MODEL, page: null });
    expect(client.askedFor('unqueue')).toMatchObject([{ chatId: C, messageId: 'q9' }]);
    expect(panel.drafts.text).toBe('Compare:\n\n> one\n> two\n\nLater?');
  });

  it('turns failures into a notice, and offers Undo for what it took away', async () => {
    await openTurn();
    panel.run(Promise.reject(new Error('No luck.')));
    await expect.poll(() => panel.notices.current?.role).toBe('alert');
    await panel.clear();
    expect(panel.notices.current).toMatchObject({
      role: 'status',
      text: 'Chat cleared.',
      action: { label: 'Undo' },
    });
    panel.notices.current?.action?.run();
    expect(client.askedFor('undo-clear')).toEqual([{ type: 'undo-clear', chatId: C }]);
  });

  it('does what each button under an answer says', async () => {
    await openTurn();
    for (const action of ['retry', 'continue', 'wait-and-retry'] as const) await panel.act(A, action);
    expect(client.askedFor('resume')).toHaveLength(3);
    await panel.act(A, 'ask-without-page');
    expect(client.askedFor('resume').at(-1)).toMatchObject({ dropPage: true, page: null });
    await panel.act(A, 'regenerate');
    expect(client.askedFor('regenerate')).toHaveLength(1);
    await panel.act(A, 'open-settings');
    expect(openSettings).toHaveBeenCalled();
    sitesAllowed = false;
    await panel.act(A, 'allow-page');
    expect(client.askedFor('resume')).toHaveLength(4);
    await panel.act(A, 'new-chat');
    expect(panel.session.chatId).toBe(null);
  });

  it('asks Firefox users before pages go to a provider, not before they stay', async () => {
    await panel.switchReadPage(true);
    expect(requestDataCollection).not.toHaveBeenCalled();
    panel.session.pickModel(MODEL);
    await expect.poll(() => panel.session.model.provider.name).toBe('Net');
    await panel.switchReadPage(true);
    expect(requestDataCollection).toHaveBeenCalledOnce();
  });

  it('names who answered, also when its provider is gone', () => {
    expect(panel.assistantOf(answerRow('a', 'q'))).toMatchObject({ name: 'Net', model: 'm', canContinue: true });
    const orphan = answerRow('a', 'q', { modelRef: null, assistantName: 'Old friend' });
    expect(panel.assistantOf(orphan)).toMatchObject({ name: 'Old friend', model: '' });
  });
});
