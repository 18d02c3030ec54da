import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../lib/page/dom/budget';

describe('createBudget', () => {
  it('is spent once the time is over', () => {
    let now = 0;
    const budget = createBudget(10, 1_000, () => now);
    for (let step = 0; step < 500; step += 1) expect(budget.step()).toBe(true);
    now = 11;
    for (let step = 0; step < 64; step += 1) budget.step();
    expect(budget.spent).toBe(true);
  });

  it('is spent once the characters are used up', () => {
    const budget = createBudget(10, 100, () => 0);
    budget.take(99);
    expect(budget.step()).toBe(true);
    budget.take(1);
    expect(budget.step()).toBe(false);
  });

  it('cuts a text that is longer than what is left, and is spent by that', () => {
    const budget = createBudget(1_000, 10, () => 0);
    budget.take(4);
    expect(budget.cut('six of')).toBe('six of');
    expect(budget.spent).toBe(false);
    expect(budget.cut('seven of')).toBe('seven ');
    expect(budget.spent).toBe(true);
  });
});
