import { expect, test } from 'vitest';
import { readPrintedChat } from '../../../lib/panel/read-printed-chat';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { answerRow, chatIdOf, chatRow, textParts, turnRows } from '../../support/rows';

test('is the branch on view with its texts', async () => {
  const store = createMemoryChatStore();
  await store.beginTurn(turnRows({ chat: chatRow('c', { title: '', leafId: answerRow('a', 'q').id }) }));
  await store.finishRun(turnRows().run, answerRow('a', 'q', { finishedAt: 2 }), textParts('Because.'));
  const printed = await readPrintedChat(createMemoryQueries(store.rows), chatIdOf('c'));
  expect(printed?.title).toBe('Chat');
  expect(printed?.branch.map(({ parts }) => parts[0]?.text)).toEqual(['Why?', 'Because.']);
});

test('is nothing where the chat is gone', async () => {
  const store = createMemoryChatStore();
  expect(await readPrintedChat(createMemoryQueries(store.rows), chatIdOf('c'))).toBeNull();
});
