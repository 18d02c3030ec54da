import { expect, test } from 'vitest';
import { createGiveWay } from '../../../../lib/storage/search/give-way';

test('goes on at once while a turn lasts, and in a task of its own when it is over', async () => {
  let now = 0;
  const giveWay = createGiveWay(() => now);
  let tasks = 0;
  const task = () => void (tasks += 1);
  setTimeout(task);
  now = 7;
  await giveWay();
  expect(tasks).toBe(0);
  now = 8;
  await giveWay();
  expect(tasks).toBe(1);
  setTimeout(task);
  now = 15;
  await giveWay();
  expect(tasks).toBe(1);
});
