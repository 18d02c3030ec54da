import { expect, it } from 'vitest';
import { aggregateOf } from '../../../../lib/markdown/chart/aggregate';

const values = [3, 1, 9, 3, null];

it.each([
  ['count', 5],
  ['valid', 4],
  ['missing', 1],
  ['distinct', 4],
  ['sum', 16],
  ['product', 81],
  ['mean', 4],
  ['average', 4],
  ['min', 1],
  ['max', 9],
  ['median', 3],
  ['q1', 2.5],
  ['q3', 4.5],
  ['stdev', null],
])('the %s of 3, 1, 9, 3 and nothing is %s', (operation, expected) => {
  expect(aggregateOf(operation, values)).toBe(expected);
});

it('there is none of nothing, but a count', () => {
  expect(aggregateOf('sum', [null, null])).toBeNull();
  expect(aggregateOf('count', [])).toBe(0);
});
