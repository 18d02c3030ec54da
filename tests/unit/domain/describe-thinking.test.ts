import { describe, expect, test } from 'vitest';
import { describeThinking } from '../../../lib/domain/describe-thinking';

describe('how long was thought', () => {
  test.each([
    [400, 'Thought for a moment'],
    [1_000, 'Thought for 1 s'],
    [12_400, 'Thought for 12 s'],
    [59_600, 'Thought for 1 min'],
    [125_000, 'Thought for 2 min 5 s'],
  ])('%d ms: %s', (time, words) => {
    expect(describeThinking({ type: 'reasoning', text: '', startedAt: 5_000, endedAt: 5_000 + time })).toBe(words);
  });

  test('is not told where nobody saw its end', () => {
    expect(describeThinking({ type: 'reasoning', text: '', startedAt: 5_000 })).toBe('Thoughts');
    expect(describeThinking({ type: 'reasoning', text: '' })).toBe('Thoughts');
  });
});
