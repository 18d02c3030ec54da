import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLaterNote } from '../../../lib/engine/note-later';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the work waits for the next task, and closing waits for it', async () => {
  const done: string[] = [];
  const later = createLaterNote();
  later.note(async () => {
    done.push('begun');
    await Promise.resolve();
    done.push('ended');
  });
  await Promise.resolve();
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  await later.close();
  expect(done).toEqual(['begun', 'ended']);
});

test('what has not begun when it is closed is dropped', async () => {
  const work = vi.fn(() => Promise.resolve());
  const later = createLaterNote();
  later.note(work);
  await later.close();
  vi.advanceTimersByTime(10);
  expect(work).not.toHaveBeenCalled();
});

test('work that fails closes all the same, with a line in the console', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const later = createLaterNote();
  later.note(() => Promise.reject(new Error('The disk is gone.')));
  vi.advanceTimersByTime(1);
  await later.close();
  expect(warn).toHaveBeenCalledOnce();
});
