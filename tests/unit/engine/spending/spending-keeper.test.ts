import { describe, expect, test, vi } from 'vitest';
import { NO_PRICE } from '../../../../lib/domain/spending/spent';
import { EMPTY_BOOK, linesOf } from '../../../../lib/domain/spending/spending-book';
import { NO_BUDGET, type SpendingBudget } from '../../../../lib/domain/spending/spending-budget';
import { ratioOf, type TokenRatios } from '../../../../lib/domain/spending/token-ratio';
import { createSpendingKeeper } from '../../../../lib/engine/spending/spending-keeper';
import { memoryItem } from '../../../support/memory-item';
import { answerRow, MODEL } from '../../../support/rows';

const NOW = new Date(2026, 10, 25, 12).getTime();
const price = { input: 2, output: 10 };
const entry = (cost: number | null) => ({
  modelRef: MODEL,
  provider: 'P',
  spent: { requests: 1, usage: { inputTokens: 1, outputTokens: 1 }, cost },
});

function keeper(budget: SpendingBudget) {
  const items = {
    budget: memoryItem(budget),
    book: memoryItem(EMPTY_BOOK),
    privateBook: memoryItem(EMPTY_BOOK),
    tokenRatios: memoryItem<TokenRatios>({}),
  };
  return { items, ...createSpendingKeeper({ ...items, now: () => NOW }) };
}

describe('what is spent', () => {
  test('is entered once for each request, however many come at a time', async () => {
    const { items, normal } = keeper(NO_BUDGET);
    await Promise.all([1, 2, 3, 4].map((cost) => normal.note(entry(cost))));
    expect(linesOf(await items.book.getValue(), '2026-11')).toMatchObject([{ requests: 4, cost: 10 }]);
  });

  test('of private windows goes to their own book, and counts towards the same budget', async () => {
    const { items, normal, private: hidden } = keeper({ month: 2, day: null });
    await hidden.note(entry(1));
    await normal.note(entry(1));
    expect(linesOf(await items.book.getValue(), '2026-11')).toMatchObject([{ requests: 1, cost: 1 }]);
    expect(await normal.hold(price)).toMatchObject({ kind: 'budget', budget: { spent: 2, limit: 2 } });
    expect(await hidden.hold(price)).toMatchObject({ kind: 'budget' });
  });

  test('that cannot be stored counts all the same, and nobody is stopped by it', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { items, normal } = keeper({ month: 5, day: null });
    items.book.setValue = () => Promise.reject(new Error('disk full'));
    await normal.note(entry(5));
    expect(warn).toHaveBeenCalledOnce();
    expect(await normal.hold(price)).toMatchObject({ kind: 'budget' });
    warn.mockRestore();
  });
});

describe('a request', () => {
  test('is held back once the budget is spent, also by what was stored before', async () => {
    const { items, normal } = keeper({ month: null, day: 3 });
    await normal.note(entry(2.99));
    expect(await normal.hold(price)).toBeNull();
    await normal.note(entry(0.01));
    expect(await normal.hold(price)).toMatchObject({ kind: 'budget', budget: { period: 'day', limit: 3 } });
    const next = createSpendingKeeper({ ...items, now: () => NOW });
    expect(await next.normal.hold(price)).toMatchObject({ kind: 'budget' });
    expect(await next.normal.hold(undefined)).toMatchObject({ kind: 'budget' });
  });

  test('to a model that costs nothing is never held back', async () => {
    const { normal } = keeper({ month: 0, day: null });
    expect(await normal.hold(NO_PRICE)).toBeNull();
    expect(await normal.hold(price)).not.toBeNull();
  });

  test('is free again when the budget is raised', async () => {
    const { items, normal } = keeper({ month: 1, day: null });
    await normal.note(entry(1));
    expect(await normal.hold(price)).not.toBeNull();
    await items.budget.setValue({ month: 2, day: null });
    expect(await normal.hold(price)).toBeNull();
  });

  test('reads nothing when it goes out', async () => {
    const { items, normal } = keeper({ month: 5, day: null });
    await normal.hold(price);
    const read = vi.fn(() => Promise.reject(new Error('Read again.')));
    for (const item of Object.values(items)) item.getValue = read;
    expect(await normal.hold(price)).toBeNull();
    expect(read).not.toHaveBeenCalled();
  });
});

test('how a model counts is learnt from its answers, but not in private windows', async () => {
  const { items, normal, private: hidden } = keeper(NO_BUDGET);
  const sent = {
    host: 'h',
    systemVersion: 1,
    budgetTokens: 1,
    continuedFrom: null,
    tokens: 1_000,
    fingerprint: '',
  };
  const answer = (inputTokens: number) => answerRow('a', 'q', { sent, usage: { inputTokens } });
  normal.learn(answer(1_300));
  hidden.learn(answer(2_000));
  normal.learn(answer(100));
  await expect.poll(async () => ratioOf(await items.tokenRatios.getValue(), MODEL)).toBe(1.3);
});
