import { expect, test } from 'vitest';
import { createAnyActive } from '../../../lib/platform/any-active';

test('is active from the first beginning to the last end', () => {
  const heard: boolean[] = [];
  const activity = createAnyActive((active) => heard.push(active));
  const [one, other] = [activity(), activity()];
  one(true);
  other(true);
  one(false);
  one(false);
  expect(heard).toEqual([true]);
  other(false);
  other(false);
  expect(heard).toEqual([true, false]);
});
