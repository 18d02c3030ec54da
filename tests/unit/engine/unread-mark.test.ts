import { expect, test, vi } from 'vitest';
import { createUnreadMark } from '../../../lib/engine/unread-mark';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { chatIdOf, turnRows } from '../../support/rows';

const CHAT = chatIdOf('c');

test('is written once, and keeps no other work waiting where it stands already', async () => {
  const store = createMemoryChatStore();
  await store.beginTurn(turnRows());
  const inChat = vi.fn(async (_chatId: unknown, work: () => Promise<void>) => work());
  const mark = createUnreadMark(store, inChat);
  await mark(CHAT, false);
  expect(inChat).not.toHaveBeenCalled();
  await mark(CHAT, true);
  expect(await store.chat(CHAT)).toMatchObject({ unread: true });
  await mark(CHAT, true);
  await mark(chatIdOf('gone'), true);
  expect(inChat).toHaveBeenCalledTimes(1);
});

test('is judged by the chat as it is when its turn has come', async () => {
  const store = createMemoryChatStore();
  await store.beginTurn(turnRows());
  const updateChat = vi.spyOn(store, 'updateChat');
  const mark = createUnreadMark(store, async (chatId, work) => {
    await store.updateChat(chatId, { unread: true });
    await work();
  });
  await mark(CHAT, true);
  expect(updateChat).toHaveBeenCalledTimes(1);
});
