import { expect, test } from 'vitest';
import { describeReason, REASONS } from '../../../../lib/domain/feedback/reasons';

test('every reason has words of its own', () => {
  const words = [...new Set([...REASONS[0], ...REASONS[1]])].map(describeReason);
  expect(new Set(words).size).toBe(words.length);
});
