import { describe, expect, test } from 'vitest';
import { budgetFor, DEFAULT_BUDGET_TOKENS, pageRoom, pageRoomOf } from '../../../lib/domain/model-budget';

describe('the budget of a model', () => {
  test('grows with its context and leaves room for the answer', () => {
    expect(budgetFor(4_096)).toBe(2_672);
    expect(budgetFor(200_000)).toBe(149_600);
    for (const context of [1_000, 8_192, 1_000_000])
      expect(budgetFor(context)).toBeLessThanOrEqual(context * 0.75);
  });

  test('is what it always was where nothing is known', () => {
    expect(budgetFor(undefined)).toBe(DEFAULT_BUDGET_TOKENS);
    expect(budgetFor(0)).toBe(DEFAULT_BUDGET_TOKENS);
    expect(budgetFor(Number.NaN)).toBe(DEFAULT_BUDGET_TOKENS);
  });

  test('has less for every further page, and never less than nothing', () => {
    expect(pageRoom(1_000)).toBe(600);
    expect(pageRoom(-5)).toBe(0);
  });

  test('is no matter to the reader, which sends nothing', () => {
    expect(pageRoomOf({ kind: 'built-in' }, {})).toBe(Number.POSITIVE_INFINITY);
    expect(pageRoomOf({ kind: 'openai' }, { contextTokens: 8_192 })).toBe(3_446);
  });
});
