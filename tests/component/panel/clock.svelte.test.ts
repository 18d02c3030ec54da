import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Clock } from '../../../lib/panel/clock.svelte';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

it('the clock moves once a second while it is read, and then holds no timer', async () => {
  const clock = new Clock();
  const seen: number[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(clock.now);
    });
  });
  flushSync();
  await vi.advanceTimersByTimeAsync(2_500);
  flushSync();
  expect(seen).toEqual([1_000_000, 1_001_000, 1_002_000]);
  stop();
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(0);
});
