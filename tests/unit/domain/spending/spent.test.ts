import { describe, expect, test } from 'vitest';
import { addSpent, isFree, NO_PRICE, spentByAnswer, spentOn } from '../../../../lib/domain/spending/spent';

const price = { input: 2, output: 10, cacheRead: 1 };
const request = { usage: null, received: '', end: 'end', price, sentTokens: () => 400 } as const;

describe('a request', () => {
  test('takes what its provider counted, what came from its cache at that price', () => {
    const usage = { inputTokens: 1_000, cachedInputTokens: 600, outputTokens: 100 };
    const cost = (400 * 2 + 600 * 1 + 100 * 10) / 1_000_000;
    expect(spentOn({ ...request, usage, received: 'x'.repeat(4_000) })).toEqual({ requests: 1, usage, cost });
  });

  test('of a model whose price is not known has counts and no cost', () => {
    const usage = { inputTokens: 10, outputTokens: 1 };
    expect(spentOn({ ...request, usage, price: undefined })).toEqual({ requests: 1, usage, cost: null });
  });

  test('that was stopped before its provider counted is estimated, thoughts and words', () => {
    expect(spentOn({ ...request, end: 'stopped', received: 'x'.repeat(400) })).toEqual({
      requests: 1,
      usage: { inputTokens: 400, outputTokens: 100 },
      cost: (400 * 2 + 100 * 10) / 1_000_000,
      estimated: true,
    });
  });

  test('that was stopped after its provider counted the beginning keeps what was sent and estimates the rest', () => {
    const usage = { inputTokens: 390, outputTokens: 1 };
    expect(spentOn({ ...request, end: 'stopped', usage, received: 'x'.repeat(400) })).toMatchObject({
      usage: { inputTokens: 390, outputTokens: 100 },
      estimated: true,
    });
  });

  test('that was turned away, or costs nothing and tells nothing, took nothing', () => {
    expect(spentOn({ ...request, end: 'error' })).toBeNull();
    expect(spentOn({ ...request, price: NO_PRICE, received: 'A word.' })).toBeNull();
    expect(spentOn({ ...request, price: NO_PRICE, usage: { inputTokens: 1, outputTokens: 1 } })?.cost).toBe(0);
    expect([isFree(NO_PRICE), isFree(price), isFree(undefined)]).toEqual([true, false, false]);
  });
});

test('sums add counts, requests and what cost is known', () => {
  const one = { requests: 1, usage: { inputTokens: 5, outputTokens: 1 }, cost: 0.5 };
  const unknown = {
    requests: 2,
    usage: { outputTokens: 3, reasoningTokens: 2 },
    cost: null,
    estimated: true,
  } as const;
  expect(addSpent(one, unknown)).toEqual({
    requests: 3,
    usage: { inputTokens: 5, outputTokens: 4, reasoningTokens: 2 },
    cost: 0.5,
    estimated: true,
  });
  expect(addSpent(unknown, { ...unknown })?.cost).toBeNull();
  expect([addSpent(undefined, one), addSpent(one, undefined), addSpent(undefined, undefined)]).toEqual([
    one,
    one,
    undefined,
  ]);
});

test('an answer took what was noted with it, else what its provider counted last', () => {
  const usage = { inputTokens: 1_000_000, outputTokens: 0 };
  const spent = { requests: 2, usage, cost: 7 };
  expect(spentByAnswer({ usage, spent }, price)).toBe(spent);
  expect(spentByAnswer({ usage }, price)).toEqual({ requests: 1, usage, cost: 2 });
  expect(spentByAnswer({ usage: null }, price)).toBeNull();
});
