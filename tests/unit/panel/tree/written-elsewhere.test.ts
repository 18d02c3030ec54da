import { expect, test } from 'vitest';
import { writtenElsewhere } from '../../../../lib/panel/tree/written-elsewhere';
import { answerRow, questionRow } from '../../../support/rows';

const live = { status: 'streaming', finishedAt: null } as const;
const [q, a] = [questionRow('q', null), answerRow('a', 'q')];
const [q2, b2] = [questionRow('q2', 'a'), answerRow('b2', 'q2', { ...live, createdAt: 3000 })];
const c = answerRow('c', 'q', live);
const all = [q, a, q2, b2, c];

test('answers that are written beside the branch on view are found, with the way there', () => {
  const { answers, onTheWay } = writtenElsewhere(all, [q, a]);
  expect(answers).toEqual([c, b2]);
  expect([...onTheWay].toSorted()).toEqual(['a', 'b2', 'c', 'q', 'q2']);
});

test('an answer on view is not elsewhere, and one that has ended is not written', () => {
  expect(writtenElsewhere(all, [q, a, q2, b2]).answers).toEqual([c]);
  expect(writtenElsewhere([q, a, q2], [q]).answers).toEqual([]);
});
