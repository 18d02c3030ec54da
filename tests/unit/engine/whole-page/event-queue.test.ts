import { expect, test } from 'vitest';
import { createEventQueue } from '../../../../lib/engine/whole-page/event-queue';

test('gives what is pushed in order, also while it is waited for, until it is closed', async () => {
  const queue = createEventQueue<number>();
  queue.push(1);
  const all = Array.fromAsync(queue.events);
  queue.push(2);
  await Promise.resolve();
  queue.push(3);
  queue.close();
  expect(await all).toEqual([1, 2, 3]);
});
