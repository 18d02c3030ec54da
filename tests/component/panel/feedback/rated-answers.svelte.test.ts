import { expect, it } from 'vitest';
import { RatedAnswers } from '../../../../lib/panel/feedback/rated-answers.svelte';
import { createMemoryQueries } from '../../../../lib/storage/memory-queries';
import { createMemoryChatStore } from '../../../support/memory-chat-store';
import { answerRow, chatRow, messageIdOf, textParts, turnRows } from '../../../support/rows';

it('lists answers with a thumb, newest first, without those of deleted messages and chats, and saves what is listed', async () => {
  const store = createMemoryChatStore();
  await store.beginTurn(turnRows({ chat: chatRow('c', { title: 'Bridges' }) }));
  for (const [id, at] of [
    ['first', 10],
    ['second', 20],
    ['gone', 30],
  ] as const) {
    await store.finishRun(turnRows().run, answerRow(id, 'q'), textParts(`Answer ${id}`));
    await store.rate(messageIdOf(id), { messageId: messageIdOf(id), rating: 1, at, comment: null });
  }
  const deletion = { id: 'd', at: 1 } as never;
  await store.markDeleted(turnRows().chat.id, { ids: [messageIdOf('gone')], deletion }, {});
  const saved: string[] = [];
  const rated = new RatedAnswers({
    queries: createMemoryQueries(store.rows),
    client: { request: (async () => null) as never },
    save: (_name, _mime, content) => saved.push(content),
  });
  expect(rated.isRead).toBe(false);
  await rated.read();
  expect(rated.shown.map(({ answer, question }) => [answer, question])).toEqual([
    ['Answer second', 'Why?'],
    ['Answer first', 'Why?'],
  ]);
  rated.filter = { ...rated.filter, text: 'FIRST' };
  await rated.save();
  expect(
    saved[0]
      ?.trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { answer: string }).answer),
  ).toEqual(['Answer first']);
  await store.updateChat(turnRows().chat.id, { deletedAt: 1 });
  await rated.read();
  expect(rated.shown).toEqual([]);
});
