import { expect, test, vi } from 'vitest';
import type { ChatId } from '../../../lib/domain/ids';
import { createAutoDelete } from '../../../lib/storage/auto-delete';
import { chatIdOf } from '../../support/rows';

const DAY = 24 * 60 * 60 * 1000;

/** As many chats, each a day older than the one before, of which `days` are let be. */
function rig(count: number, days: number | null, onView: ChatId | null = null) {
  const chats = new Map(Array.from({ length: count }, (_, at) => [chatIdOf(`c${at}`), 1000 * DAY - at * DAY]));
  const steps: number[] = [];
  const activity: boolean[] = [];
  const start = createAutoDelete({
    days: () => Promise.resolve(days),
    onView: () => Promise.resolve(onView),
    async unusedSince(before, most) {
      return [...chats].flatMap(([id, at]) => (at < before ? [id] : [])).slice(0, most);
    },
    async remove(ids) {
      steps.push(ids.length);
      for (const id of ids) chats.delete(id);
    },
    onActivity: (active) => activity.push(active),
    now: () => 1000 * DAY,
    pause: () => Promise.resolve(),
  });
  const run = async () => {
    start();
    await vi.waitFor(() => expect(activity.at(-1)).toBe(false));
  };
  return { chats, steps, run };
}

test('deletes what was not used for so long, a few at a time', async () => {
  const { chats, steps, run } = rig(100, 30);
  await run();
  expect(chats.size).toBe(31);
  expect(steps).toEqual([20, 20, 20, 9]);
});

test('deletes nothing unless it is wanted', async () => {
  const { chats, run } = rig(500, null);
  await run();
  expect(chats.size).toBe(500);
});

test('leaves the chat that a panel may show', async () => {
  const { chats, run } = rig(60, 30, chatIdOf('c59'));
  await run();
  expect([...chats.keys()].at(-1)).toBe('c59');
  expect(chats.size).toBe(32);
});
