import { expect, test } from 'vitest';
import { describePrice, dollars, shortTokens } from '../../../../lib/panel/models/describe-facts';

test.each([
  [900, '900'],
  [8_192, '8k'],
  [200_000, '200k'],
  [999_999, '1M'],
  [1_048_576, '1M'],
  [2_500_000, '2.5M'],
])('%i tokens are %s', (tokens, words) => {
  expect(shortTokens(tokens)).toBe(words);
});

test.each([
  [0, '$0'],
  [0.00001, '< $0.0001'],
  [0.00346, '$0.0035'],
  [0.3, '$0.3'],
  [12.345, '$12.35'],
])('%d dollars are %s', (amount, words) => {
  expect(dollars(amount)).toBe(words);
});

test('a price says what for', () => {
  expect(describePrice({ input: 3, output: 15 })).toBe('$3 in, $15 out for a million tokens');
  expect(describePrice({ input: 0, output: 0 })).toBe('free');
});
