import { expect, test } from 'vitest';
import { toTurns } from '../../../lib/panel/turns';
import { answerRow, questionRow } from '../../support/rows';

test('a turn is a question and what follows it, with its place in the chat', () => {
  const branch = [
    answerRow('greeting', 'none'),
    questionRow('q1', 'greeting'),
    answerRow('a1', 'q1'),
    questionRow('q2', 'a1'),
    questionRow('q3', 'q2'),
    answerRow('a3', 'q3'),
  ];
  const turns = toTurns(branch).map(({ id, messages, start }) => [id, messages.length, start]);
  expect(turns).toEqual([
    ['greeting', 1, 0],
    ['q1', 2, 1],
    ['q2', 1, 3],
    ['q3', 2, 4],
  ]);
  expect(toTurns([])).toEqual([]);
});
