import { expect, test, vi } from 'vitest';
import { createIndexKeeper } from '../../../../lib/storage/search/keep-indexed';

test('works until nothing is left, and again after an answer', async () => {
  let left = 3;
  const activity: boolean[] = [];
  const step = vi.fn(async () => (left -= 1) > 0);
  const pause = vi.fn(async () => undefined);
  const keeper = createIndexKeeper({ step, onActivity: (active) => activity.push(active), pause });
  keeper.wake();
  keeper.wake();
  await vi.waitFor(() => expect(activity).toEqual([true, false]));
  // The second call may have brought something after the last step.
  expect(step).toHaveBeenCalledTimes(4);
  left = 2;
  keeper.answering(true);
  expect(step).toHaveBeenCalledTimes(4);
  keeper.answering(false);
  await vi.waitFor(() => expect(activity).toEqual([true, false, true, false]));
  expect(step).toHaveBeenCalledTimes(6);
});

test('leaves it for the next time when a step fails', async () => {
  const activity: boolean[] = [];
  const step = vi.fn(() => Promise.reject(new Error('No database')));
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const keeper = createIndexKeeper({ step, onActivity: (active) => activity.push(active) });
  keeper.wake();
  await vi.waitFor(() => expect(activity).toEqual([true, false]));
  keeper.wake();
  await vi.waitFor(() => expect(step).toHaveBeenCalledTimes(2));
});
