import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPatience } from '../../../lib/engine/patience';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function isOver(wait: Promise<void>): Promise<boolean> {
  let over = false;
  void wait.then(() => (over = true));
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

test('waits its time', async () => {
  const wait = createPatience().wait(1_000, new AbortController().signal);
  expect(await isOver(wait)).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await isOver(wait)).toBe(true);
});

test('ends at once when skipped or aborted, and leaves no timer', async () => {
  const patience = createPatience();
  const abort = new AbortController();
  const first = patience.wait(60_000, abort.signal);
  patience.skip();
  expect(await isOver(first)).toBe(true);
  const second = patience.wait(60_000, abort.signal);
  abort.abort();
  expect(await isOver(second)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
