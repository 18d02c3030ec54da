import { expect, test } from 'vitest';
import {
  describeUsage,
  shortSpending,
  spendingOf,
  sumSpending,
} from '../../../../lib/panel/models/describe-usage';
import { answerRow } from '../../../support/rows';
import type { ModelRef } from '../../../../lib/domain/chat';

const PRICE = { input: 3, output: 15, cacheRead: 0.3 };

test('an answer tells its tokens, and its price where that is known', () => {
  const usage = { inputTokens: 1000, outputTokens: 234 };
  expect(shortSpending(spendingOf({ usage }, PRICE))).toBe('1.2K tokens, ≈ $0.0065');
  expect(shortSpending(spendingOf({ usage }, undefined))).toBe('1.2K tokens');
  expect(shortSpending(spendingOf({ usage }, { input: 0, output: 0 }))).toBe('1.2K tokens');
  expect(shortSpending(spendingOf({ usage: null }, PRICE))).toBeNull();
  const spent = { requests: 2, usage: { inputTokens: 2000, outputTokens: 468 }, cost: 0.5 };
  expect(shortSpending(spendingOf({ usage, spent }, PRICE))).toBe('2.5K tokens, ≈ $0.5');
});

test('its counts in full say what the cache gave and what was thought', () => {
  const usage = {
    inputTokens: 2000,
    outputTokens: 500,
    cachedInputTokens: 1500,
    cacheWriteTokens: 20,
    reasoningTokens: 300,
  };
  expect(describeUsage({ requests: 1, usage, cost: 0.0095 })).toBe(
    '2,500 tokens, as the provider counted them: 2,000 in (1,500 of them read from its cache, 20 kept in it), 500 out' +
      ' (300 of them thoughts). About $0.0095 at list prices',
  );
  const counts = { inputTokens: 12, outputTokens: 34 };
  expect(describeUsage({ requests: 1, usage: counts, cost: null })).toBe(
    '46 tokens, as the provider counted them: 12 in, 34 out',
  );
  expect(describeUsage({ requests: 3, usage: counts, cost: 0, estimated: true })).toBe(
    '46 tokens in 3 requests, estimated where the provider counted nothing: 12 in, 34 out',
  );
});

test('a chat’s sum has all tokens, and the money of those answers whose price is known', () => {
  const modelRef = (model: string) => ({ providerId: 'p', model }) as ModelRef;
  const usage = { inputTokens: 1000, outputTokens: 1000 };
  const answers = [
    answerRow('a', 'q', { usage, modelRef: modelRef('known') }),
    answerRow('b', 'q', { usage, modelRef: modelRef('unknown') }),
    answerRow('c', 'q', { usage: null }),
  ];
  const factsOf = ({ model }: ModelRef) => (model === 'known' ? { id: model, price: PRICE } : { id: model });
  expect(sumSpending(answers, factsOf)).toEqual({ tokens: 4000, cost: 0.018 });
  expect(sumSpending([], factsOf)).toEqual({ tokens: 0, cost: null });
});
