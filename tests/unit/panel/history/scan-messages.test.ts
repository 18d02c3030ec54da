import { expect, test } from 'vitest';
import type { FoundMessages } from '../../../../lib/domain/search/message-hit';
import { createLateScan } from '../../../../lib/panel/history/late-scan';
import { createMemoryQueries } from '../../../../lib/storage/memory-queries';
import { createMemoryChatStore } from '../../../support/memory-chat-store';
import { answerRow, chatRow, messageIdOf, textParts, turnRows } from '../../../support/rows';

test('chats in memory are searched as those on the disk are', async () => {
  const store = createMemoryChatStore();
  await store.beginTurn(turnRows({ chat: chatRow('c', { leafId: messageIdOf('a') }) }));
  await store.finishRun(turnRows().run, answerRow('a', 'q', { createdAt: 2000 }), textParts('Why, fog.'));
  await store.rate(messageIdOf('a'), { messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
  const search = createLateScan(createMemoryQueries(store.rows));
  const found = async (terms: readonly string[], filters = {}, limit = 20) => {
    let last: FoundMessages | undefined;
    await search({ terms, filters }, limit, (result) => (last = result), new AbortController().signal);
    return last;
  };
  expect((await found(['why']))?.hits.map(({ message }) => message.id)).toEqual(['a', 'q']);
  expect((await found(['why'], { rating: 1 }))?.hits).toMatchObject([{ text: 'Why, fog.' }]);
  expect(await found(['why'], {}, 1)).toMatchObject({ hasMore: true, isComplete: true });
  await store.updateChat('c' as never, { deletedAt: 1 });
  expect((await found(['why']))?.hits).toEqual([]);
});
