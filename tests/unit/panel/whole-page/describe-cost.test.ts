import { expect, test } from 'vitest';
import { describeCost } from '../../../../lib/panel/whole-page/describe-cost';

const tokens = { inputTokens: 200_000, outputTokens: 2_000 };
const remote = { kind: 'openai', baseUrl: 'https://api.example.com/v1' } as const;

test('a known price is reckoned, marked as about', () => {
  expect(describeCost(tokens, remote, { input: 2, output: 10 })).toBe('≈ $0.42 at list prices, without thoughts');
  expect(describeCost(tokens, remote, { input: 0, output: 0 })).toBe('Nothing, by its list price.');
});

test('an unknown price is said to be unknown', () => {
  expect(describeCost(tokens, remote, undefined)).toBe('The price of this model is not known.');
});

test('a model of one’s own costs nothing, unless it is known to lead to one that does', () => {
  const local = { kind: 'openai-compatible', baseUrl: 'http://127.0.0.1:11434/v1' } as const;
  expect(describeCost(tokens, local, undefined)).toMatch(/^Nothing: the model runs/);
  expect(describeCost(tokens, local, { input: 2, output: 10 })).toMatch(/^≈ \$0\.42/);
});
