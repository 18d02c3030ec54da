import { expect, it, vi } from 'vitest';
import type { ChatId } from '../../../../lib/domain/ids';
import { StoredItem } from '../../../../lib/panel/stored-item.svelte';
import { PanelMode } from '../../../../lib/panel/temporary/panel-mode.svelte';
import { tellIfOver } from '../../../../lib/panel/temporary/tell-if-over';
import { TemporaryLeaving } from '../../../../lib/panel/temporary/temporary-leaving.svelte';
import { memoryItem } from '../../../support/memory-item';
import { chatIdOf } from '../../../support/rows';
import { createTestClient } from '../../../support/test-client';

type Dependencies = Parameters<typeof PanelMode.open>[0];

async function openMode({ isOn = false, refuse = false } = {}) {
  const items = {
    isOn: memoryItem(isOn),
    chat: memoryItem<ChatId | null>(null),
    draft: memoryItem<Readonly<Record<string, string>>>({}),
  };
  const lastChat = new StoredItem(memoryItem<ChatId | null>(chatIdOf('stored')));
  const clients: { temporary: boolean; client: ReturnType<typeof createTestClient> }[] = [];
  const connect = (temporary: boolean) => {
    const client = createTestClient(() => {
      if (refuse) throw new Error('no');
      return null;
    });
    client.close = vi.fn();
    clients.push({ temporary, client });
    return { client, storage: { chat: async () => undefined } };
  };
  const mode = await PanelMode.open({ common: {}, lastChat, connect, items } as unknown as Dependencies);
  const client = () => mode.services.client as ReturnType<typeof createTestClient>;
  return { mode, items, lastChat, clients, client };
}

it('keeps a temporary chat apart from the stored ones, with a line and drafts of its own', async () => {
  const { mode, items, clients } = await openMode();
  expect(mode.services.temporary?.isOn).toBe(false);
  expect(mode.services.draftStore).toBe(localStorage);
  const former = mode.services;
  await former.temporary?.start();
  expect(mode.services.temporary?.isOn).toBe(true);
  expect(mode.services.list.client).not.toBe(mode.services.client);
  expect(clients.map(({ temporary }) => temporary)).toEqual([false, false, true]);
  expect(former.client.close).toHaveBeenCalled();
  mode.services.draftStore.setItem('draft:new', 'typed');
  expect(await items.draft.getValue()).toEqual({ 'draft:new': 'typed' });
  expect(localStorage.getItem('draft:new')).not.toBe('typed');
});

it('knows which chat begins before the background does, and ends that one', async () => {
  const { mode, items, lastChat, clients } = await openMode({ isOn: true });
  await mode.services.client.request({ type: 'send', chatId: chatIdOf('t') } as never);
  expect(await items.chat.getValue()).toBe('t');
  const late = mode.services.draftStore;
  await mode.services.temporary?.end({ chatId: null, message: null });
  const temporary = clients.find((one) => one.temporary)?.client;
  expect(temporary?.askedFor('end-temporary-chat')).toEqual([{ type: 'end-temporary-chat', chatId: 't' }]);
  expect(mode.services.temporary?.isOn).toBe(false);
  expect([await items.isOn.getValue(), await items.chat.getValue(), await lastChat.load()]).toEqual([
    false,
    null,
    null,
  ]);
  late.setItem('draft:t', 'too late');
  expect(await items.draft.getValue()).toEqual({});
});

it('goes on in the chat that was kept, or where its user wanted to go', async () => {
  const { mode, items, lastChat } = await openMode({ isOn: true });
  await items.chat.setValue(chatIdOf('t'));
  await mode.services.temporary?.keep();
  expect(await lastChat.load()).toBe('t');
  await mode.services.temporary?.start();
  await mode.services.temporary?.keep({ chatId: chatIdOf('d'), message: null });
  expect(await lastChat.load()).toBe('d');
});

it('stays in the chat where it could not be ended', async () => {
  const { mode, items } = await openMode({ isOn: true, refuse: true });
  await items.chat.setValue(chatIdOf('t'));
  await expect(mode.services.temporary?.end({ chatId: null, message: null })).rejects.toThrow();
  expect(mode.services.temporary?.isOn).toBe(true);
  expect(await items.isOn.getValue()).toBe(true);
});

it('says so where the browser has lost the chat', async () => {
  const { mode, items } = await openMode({ isOn: true });
  const notices = { tell: vi.fn() };
  await tellIfOver(mode.services, notices);
  expect(notices.tell).not.toHaveBeenCalled();
  await items.chat.setValue(chatIdOf('t'));
  await tellIfOver(mode.services, notices);
  expect(notices.tell).toHaveBeenCalledOnce();
  expect(await items.chat.getValue()).toBeNull();
});

it('asks before a chat with messages ends', async () => {
  const temporary = {
    isOn: true,
    start: vi.fn(),
    end: vi.fn(async () => undefined),
    keep: vi.fn(async () => undefined),
  };
  const thread = { messages: [{}] as unknown[] };
  const leaving = new TemporaryLeaving({ temporary }, { thread } as never);
  const next = { chatId: chatIdOf('d'), message: null };
  await leaving.leave(next);
  expect(leaving.asked).toEqual(next);
  expect(temporary.end).not.toHaveBeenCalled();
  await leaving.end();
  expect(temporary.end).toHaveBeenCalledExactlyOnceWith(next);
  expect(leaving.asked).toBeNull();
  await leaving.leave();
  await leaving.keep();
  expect(temporary.keep).toHaveBeenCalledExactlyOnceWith(undefined);
  thread.messages = [];
  await leaving.leave(next);
  expect(leaving.asked).toBeNull();
  expect(temporary.end).toHaveBeenCalledTimes(2);
});
