import { expect, test } from 'vitest';
import { describeParameters } from '../../../lib/domain/describe-parameters';

test('parameters are told in words, the instructions apart', () => {
  expect(
    describeParameters({
      instructions: 'Hidden here',
      temperature: 0,
      topP: 0.95,
      maxTokens: 4096,
      stop: ['END', '###'],
      effort: 'xhigh',
    }),
  ).toEqual([
    ['Thinking', 'Very high'],
    ['Temperature', '0'],
    ['Top-p', '0.95'],
    ['Longest answer', '4,096 tokens'],
    ['Stop at', '“END”, “###”'],
  ]);
  expect(describeParameters({ thinkingTokens: 0 })).toEqual([['Thinking', 'Not at all']]);
  expect(describeParameters({})).toEqual([]);
});
