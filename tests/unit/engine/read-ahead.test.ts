import { describe, expect, test } from 'vitest';
import type { Turn } from '../../../lib/engine/chat-store';
import { promptFor } from '../../../lib/engine/prompt-for';
import { readAhead } from '../../../lib/engine/read-ahead';
import { createMemoryChatStore, type MemoryChatStore } from '../../support/memory-chat-store';
import {
  answerRow,
  block,
  chatRow,
  messageIdOf,
  questionRow,
  snapshotIdOf,
  snapshotRow,
  textParts,
  turnRows,
} from '../../support/rows';

const BUDGET = 10_000;
const PAGE = { snapshotId: snapshotIdOf('s'), title: 'A page', url: 'https://example.com/a' };

/** A store with one turn that has ended, about a page. */
async function storeWithTurn(): Promise<MemoryChatStore> {
  const store = createMemoryChatStore();
  const turn = turnRows();
  await store.beginTurn(turn);
  await store.putSnapshot(snapshotRow('s', [block('b1', 'The bridge opened in 1932.')]));
  await store.setPage(messageIdOf('q'), PAGE);
  await store.finishRun(turn.run, answerRow('a', 'q'), textParts('Because.'));
  return store;
}

/** The second turn, below the message `parent`. */
function nextTurn(parent: string | null, page: typeof PAGE | null = null): Turn {
  const question = questionRow('q2', parent, { page });
  const answer = answerRow('a2', 'q2', { status: 'streaming' });
  return turnRows({
    chat: chatRow('c', { leafId: answer.id }),
    question: { message: question, body: { messageId: question.id, parts: textParts('And then?') } },
    answer: { message: answer, body: { messageId: answer.id, parts: [] } },
  });
}

/** The prompt read before the turn is stored, and the one read after. */
async function both(store: MemoryChatStore, turn: Turn) {
  const ahead = promptFor(readAhead(store, turn), turn.answer.message, BUDGET);
  await store.beginTurn(turn);
  return { ahead: await ahead, after: await promptFor(store, turn.answer.message, BUDGET) };
}

describe('a prompt read ahead is the one that stands when its turn is stored:', () => {
  test('of a first question', async () => {
    const { ahead, after } = await both(createMemoryChatStore(), turnRows());
    expect(ahead).toEqual(after);
    expect(ahead.prompt.messages).toEqual([{ role: 'user', text: 'Why?' }]);
  });

  test('of a later question, with the page of an earlier one', async () => {
    const { ahead, after } = await both(await storeWithTurn(), nextTurn('a'));
    expect(ahead).toEqual(after);
    expect(ahead.prompt.messages).toHaveLength(3);
    expect(ahead.prompt.pages).toHaveLength(1);
  });

  test('of another version of a question, which keeps its page', async () => {
    const { ahead, after } = await both(await storeWithTurn(), nextTurn(null, PAGE));
    expect(ahead).toEqual(after);
    expect(ahead.prompt.pages).toHaveLength(1);
  });

  test('of an answer made again', async () => {
    const { ahead, after } = await both(await storeWithTurn(), {
      ...nextTurn('q'),
      question: null,
      answer: { message: answerRow('a2', 'q'), body: { messageId: messageIdOf('a2'), parts: [] } },
    });
    expect(ahead).toEqual(after);
    expect(ahead.prompt.messages).toHaveLength(1);
  });

  test('of an answer that goes on from its text', async () => {
    const store = await storeWithTurn();
    const going = { message: answerRow('a', 'q'), body: { messageId: messageIdOf('a'), parts: textParts('Be') } };
    const { ahead, after } = await both(store, { ...nextTurn('q'), question: null, answer: going });
    expect(ahead).toEqual(after);
    expect(ahead.sent.continuedFrom).toBe(2);
  });

  test('below a message that was deleted', async () => {
    const store = await storeWithTurn();
    const deletion = { ids: [messageIdOf('a')], deletion: { id: 'd', at: 1 } as never };
    await store.markDeleted(chatRow('c').id, deletion, {});
    const { ahead, after } = await both(store, nextTurn('a'));
    expect(ahead).toEqual(after);
    expect(JSON.stringify(ahead.prompt.messages)).not.toContain('Because.');
  });
});

test('what cannot be read ahead is read when the turn is stored', async () => {
  const store = await storeWithTurn();
  let broken = true;
  const fails = {
    ...store,
    thread: (id: never) => (broken ? Promise.reject(new Error('busy')) : store.thread(id)),
  };
  const turn = nextTurn('a');
  const ahead = readAhead(fails, turn);
  await store.beginTurn(turn);
  broken = false;
  const prompt = await promptFor(ahead, turn.answer.message, BUDGET);
  expect(prompt).toEqual(await promptFor(store, turn.answer.message, BUDGET));
});
