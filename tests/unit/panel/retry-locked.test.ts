import { expect, test } from 'vitest';
import { retryLocked } from '../../../lib/panel/retry-locked';

test.each([
  ['failed', 'keys-locked', 1],
  ['failed', 'no-key', 0],
  ['complete', 'keys-locked', 0],
])('an answer that is %s by %s is asked again %d times', async (status, kind, times) => {
  const asked: unknown[] = [];
  const thread = {
    branch: [
      { id: 'q', status: 'complete' },
      { id: 'a', status, error: { kind } },
    ],
  } as never;
  await retryLocked({ thread, resume: async (id) => void asked.push(id) });
  expect(asked).toHaveLength(times);
});
