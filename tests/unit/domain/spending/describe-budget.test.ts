import { expect, test } from 'vitest';
import { budgetWords, formatDollars } from '../../../../lib/domain/spending/describe-budget';
import { nearBudgetWords } from '../../../../lib/domain/spending/describe-near-budget';

const since = new Date(2026, 10, 1).getTime();
const standing = { period: 'month', since, spent: 10.021, limit: 10 } as const;

test('a request that was held back says what was spent since when, and that it was not sent', () => {
  expect(budgetWords(standing)).toEqual({
    title: 'This month’s budget is spent.',
    next: 'Since November 1, $10.02 of $10.00 was spent, at list prices. This was not sent. Go on once, or raise the budget.',
    action: 'go-on-once',
  });
  const day = budgetWords({ ...standing, period: 'day', since: new Date(2026, 10, 25, 9, 30).getTime() });
  expect(day.title).toBe('Today’s budget is spent.');
  expect(day.next).toMatch(/^Since November 25 at 9:30/);
});

test('sums are told to the cent, and small ones so that they say something', () => {
  expect([0, 0.00484, 0.1, 3, 1234.5].map(formatDollars)).toEqual([
    '$0.00',
    '$0.0048',
    '$0.10',
    '$3.00',
    '$1,234.50',
  ]);
});

test('a budget that is nearly spent says how much of it is', () => {
  expect(nearBudgetWords({ ...standing, spent: 8.29 })).toEqual({
    title: '82 % of this month’s budget is spent.',
    detail:
      'Since November 1, $8.29 of $10.00 was spent, at list prices. When it is spent, Aside asks before it sends anything that costs.',
  });
  expect(nearBudgetWords(standing).title).toBe('This month’s budget is spent.');
});
