import { expect, test } from 'vitest';
import { stepInList } from '../../../components/ui/step-in-list';

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', -1, 3, 2],
  ['PageDown', 1, 20, 9],
  ['PageDown', 15, 20, 19],
  ['PageUp', 15, 20, 7],
  ['PageUp', 3, 20, 0],
  ['PageUp', -1, 20, 0],
  ['Enter', 1, 3, null],
  ['ArrowDown', -1, 0, null],
])('%s from %i of %i leads to %s', (key, at, count, to) => {
  expect(stepInList(key, at, count)).toBe(to);
});
