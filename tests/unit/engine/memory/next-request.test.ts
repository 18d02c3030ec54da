import { expect, test } from 'vitest';
import { nextRequest } from '../../../../lib/engine/memory/next-request';
import { createMemoryChatStore } from '../../../support/memory-chat-store';
import {
  block,
  chatIdOf,
  messageIdOf,
  MODEL,
  snapshotIdOf,
  snapshotRow,
  summaryRow,
  turnRows,
} from '../../../support/rows';

const model = { provider: async function* () {}, assistantName: 'Model', host: null, contextTokens: 1_000 };

test('is the branch on view with a question without words, its page and its summary', async () => {
  const store = createMemoryChatStore();
  const sources = { store, resolveModel: async () => model };
  const question = { chatId: chatIdOf('c'), modelRef: MODEL, page: { tabId: 1, snapshotId: snapshotIdOf('s') } };
  expect(await nextRequest(sources, question)).toBeNull();
  await store.beginTurn(turnRows());
  await store.putSnapshot(snapshotRow('s', [block('b1', 'Lamps.')]));
  await store.setSummaries(messageIdOf('a'), [summaryRow('one', { messages: 2 })]);
  const next = await nextRequest(sources, question);
  expect(next?.model).toBe(model);
  expect(next?.source.budgetTokens).toBe(400);
  expect(next?.source.thread.map(({ message }) => message.role)).toEqual(['user', 'assistant', 'user']);
  expect(next?.source.thread.at(-1)).toMatchObject({ message: { page: { snapshotId: 's' } }, parts: [] });
  expect(next?.source.snapshots.has(snapshotIdOf('s'))).toBe(true);
  expect(next?.source.summary).toMatchObject({ id: 'one', upTo: 'a' });
  expect((await nextRequest(sources, { ...question, page: null }))?.source.thread.at(-1)?.message.page).toBeNull();
});
