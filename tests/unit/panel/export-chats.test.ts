import { expect, test } from 'vitest';
import type { PictureId } from '../../../lib/domain/ids';
import { exportChats } from '../../../lib/panel/export-chats';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { answerRow, chatIdOf, messageIdOf, snapshotRow, textParts, turnRows } from '../../support/rows';

async function storeWithAChat() {
  const store = createMemoryChatStore();
  const page = snapshotRow('s', []);
  await store.putSnapshot(page);
  await store.beginTurn(turnRows());
  await store.setPage(messageIdOf('q'), { snapshotId: page.id, title: page.title, url: page.url });
  await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2 }), textParts('Because.'));
  await store.rate(messageIdOf('a'), { messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
  return store;
}

test('holds each chat with its messages, texts, thumbs and pages', async () => {
  const store = await storeWithAChat();
  const file = await exportChats(createMemoryQueries(store.rows), new Date(0));
  expect(file).toMatchObject({ format: 'aside-chats', version: 1, exportedAt: '1970-01-01T00:00:00.000Z' });
  expect(file.chats).toHaveLength(1);
  const [only] = file.chats;
  expect(only?.chat?.id).toBe('c');
  expect(only?.messages.map(({ id }) => `${id}`)).toEqual(['q', 'a']);
  expect(only?.bodies.map(({ parts }) => parts[0]?.text)).toEqual(['Why?', 'Because.']);
  expect(only?.feedback).toHaveLength(1);
  expect(only?.pages.map(({ id }) => `${id}`)).toEqual(['s']);
});

test('holds what can be read of a chat whose own row or texts cannot', async () => {
  const store = await storeWithAChat();
  const queries = createMemoryQueries(store.rows);
  store.rows.chats.delete(chatIdOf('c'));
  const broken = { ...queries, bodies: () => Promise.reject(new Error('unreadable')) };
  const [only] = (await exportChats(broken, new Date(0))).chats;
  expect(only).toMatchObject({ chat: null, bodies: [] });
  expect(only?.messages).toHaveLength(2);
});

test('holds the pictures that its answers show', async () => {
  const store = await storeWithAChat();
  const picture = {
    id: 'i' as PictureId,
    messageId: messageIdOf('a'),
    width: 24,
    height: 16,
    data: 'AAAA',
  } as const;
  await store.putPicture({ ...picture, mime: 'image/png' });
  const shown = textParts('Here: ![x](aside-picture:i/24x16)');
  await store.rewriteAnswer(answerRow('a', 'q', { finishedAt: 2 }), shown);
  const [only] = (await exportChats(createMemoryQueries(store.rows), new Date(0))).chats;
  expect(only?.pictures).toEqual([{ ...picture, mime: 'image/png' }]);
});
