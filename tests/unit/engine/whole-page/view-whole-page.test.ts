import { describe, expect, test } from 'vitest';
import type { PageText } from '../../../../lib/domain/page';
import { createPageSource } from '../../../../lib/engine/capture-page';
import { createWholePageViews } from '../../../../lib/engine/whole-page/view-whole-page';
import { createMemoryChatStore } from '../../../support/memory-chat-store';
import {
  block,
  chatIdOf,
  messageIdOf,
  MODEL,
  numberedIds,
  questionRow,
  snapshotRow,
  turnRows,
} from '../../../support/rows';

const blocks = Array.from({ length: 40 }, (_, index) =>
  block(`b${index + 1}`, `Rope ${index + 1} is ${'very '.repeat(20)}long.`),
);
const PAGE: PageText = { title: 'Ropes', url: 'https://example.com/r', language: 'en', blocks, notes: [] };
const draft = { chatId: null, text: 'How long?', modelRef: MODEL, page: { tabId: 1, snapshotId: null } };

function viewsOver(contextTokens?: number) {
  const store = createMemoryChatStore();
  async function* provider() {
    yield { type: 'end', reason: 'complete' } as const;
  }
  const views = createWholePageViews({
    store,
    pages: createPageSource({ store, readTab: async () => PAGE }),
    resolveModel: async () => ({ provider, assistantName: 'Model', host: 'model.example', contextTokens }),
    newId: numberedIds(),
  });
  return { store, views };
}

describe('what is asked over a whole page, before it is', () => {
  test('names host and model, has every part word for word, and tells about what it takes', async () => {
    const { views } = viewsOver(1_400);
    const view = await views.plan(draft);
    expect(view).toMatchObject({ host: 'model.example', model: 'm', title: 'Ropes', exact: true });
    expect(view.parts).toHaveLength(view.plan.parts.length);
    expect(view.parts.at(-1)?.at(-1)?.text).toContain('[b40] Rope 40');
    expect(view.last?.at(-1)?.text).toMatch(/How long\?$/);
    expect(view.inputTokens).toBeGreaterThan(1_200);
  });

  test('is one part where the model has room for all', async () => {
    expect((await viewsOver(100_000).views.plan(draft)).parts).toHaveLength(1);
  });

  test('is of the page that a question carried, where that is asked again', async () => {
    const { store, views } = viewsOver(1_400);
    const carried = snapshotRow('s', [block('b7', 'What it carried.')]);
    await store.putSnapshot(carried);
    const turn = turnRows();
    const page = { snapshotId: carried.id, title: carried.title, url: carried.url };
    const question = turn.question && { ...turn.question, message: questionRow('q', null, { page }) };
    await store.beginTurn({ ...turn, question });
    const view = await views.plan({ ...draft, chatId: chatIdOf('c'), page: null, answerId: messageIdOf('a') });
    expect(view.snapshotId).toBe('s');
    expect(view.parts[0]?.at(-1)?.text).toMatch(/\[b7\] What it carried\.[^]*Why\?/);
  });

  test('needs a page', async () => {
    await expect(viewsOver().views.plan({ ...draft, page: null })).rejects.toThrow('no longer stored');
  });

  test('is not told of an answer that is none over a whole page', async () => {
    const { store, views } = viewsOver();
    await store.beginTurn(turnRows());
    expect(await views.sent(messageIdOf('a'))).toBeNull();
  });
});
