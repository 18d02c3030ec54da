import { expect, test } from 'vitest';
import { questionTurn } from '../../../lib/engine/question-turn';
import { answerRow, chatRow, messageIdOf, MODEL, questionRow, turnRows } from '../../support/rows';

const QUESTION = {
  messageId: messageIdOf('q2'),
  answerId: messageIdOf('a2'),
  text: 'When was it built?',
  modelRef: MODEL,
  page: null,
};
const MAKING = { answer: answerRow('a2', 'q2'), run: turnRows().run, former: undefined, discard: [], at: 5000 };

test('a question stands below what is on view, its answer is then', () => {
  const { chat, question } = questionTurn(chatRow('c', { leafId: messageIdOf('a') }), QUESTION, MAKING);
  expect(question.message).toMatchObject({ id: 'q2', parentId: 'a', role: 'user', page: null });
  expect(chat).toMatchObject({ leafId: 'a2', title: 'When was it built?', modelRef: MODEL, updatedAt: 5000 });
});

test('one that waited for an answer leaves another branch on view', () => {
  const waited = { ...QUESTION, after: messageIdOf('b') };
  const { chat, question } = questionTurn(chatRow('c', { leafId: messageIdOf('a') }), waited, MAKING);
  expect(question.message.parentId).toBe('b');
  expect(chat.leafId).toBe('a');
});

test('another version stands beside the former one and keeps its page', () => {
  const page = { snapshotId: 's' as never, title: 'A page', url: 'https://example.com/' };
  const former = questionRow('q', 'x', { page });
  const { question } = questionTurn(chatRow('c'), QUESTION, { ...MAKING, former });
  expect(question.message).toMatchObject({ parentId: 'x', page });
});
