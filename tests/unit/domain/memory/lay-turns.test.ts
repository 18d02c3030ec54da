import { expect, test } from 'vitest';
import { layTurns } from '../../../../lib/domain/memory/lay-turns';
import { answerRow, block, MODEL, questionRow, snapshotRow, withText } from '../../../support/rows';

const page = snapshotRow('s1', [block('b1', 'It opened in 1932.')]);
const other = snapshotRow('s2', [block('b2', 'Another.')], { fence: 'other' });
const ref = ({ id, title, url }: typeof page) => ({ snapshotId: id, title, url });
const seal = { kind: 'anthropic-redacted', data: 'x' } as const;
const sealed = { type: 'reasoning', text: '', seals: [seal] } as const;
const thread = [
  withText(questionRow('q0', null, { page: ref(page) }), 'When?'),
  { message: answerRow('a0', 'q0'), parts: [sealed, { type: 'text', text: 'Then.' } as const] },
  withText(questionRow('q1', 'a0'), 'Where?'),
  withText(answerRow('a1', 'q1'), 'There.'),
  withText(questionRow('q2', 'a1', { page: ref(other) }), 'And?'),
];
const source = {
  thread,
  snapshots: new Map([page, other].map((one) => [one.id, one])),
  firstWithPage: 0,
  budgetTokens: 2000,
  modelRef: MODEL,
  opening: '',
};

function lay(start: number, more: Partial<typeof source> = {}) {
  const laid = layTurns({ ...source, ...more }, start);
  for (let index = start; index < thread.length; index += 1) laid.add(index);
  return laid;
}

test('a page that was brought above the first turn stands in that, once', () => {
  const { turns, pages } = lay(2);
  expect(turns.map(({ text }) => text.match(/<page-\w+>/g) ?? [])).toEqual([
    ['<page-fence>'],
    [],
    ['<page-other>'],
  ]);
  expect(pages).toEqual([page, other]);
});

test('a question that brings its own page needs no earlier one', () => {
  expect(lay(4).pages).toEqual([other]);
});

test('pages before the first that may go stay out', () => {
  expect(lay(2, { firstWithPage: 4 }).pages).toEqual([other]);
});

test('sealed thoughts go to the model that had them', () => {
  expect(lay(0).turns[1]?.seals).toEqual([seal]);
  expect(lay(0, { modelRef: { ...MODEL, model: 'another' } }).turns[1]?.seals).toBeUndefined();
});
