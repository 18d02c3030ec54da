import '../../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import BudgetBanner from '../../../../components/chat/spending/BudgetBanner.svelte';
import { EMPTY_BOOK, enterSpending, type SpendingBook } from '../../../../lib/domain/spending/spending-book';
import type { SpendingBudget } from '../../../../lib/domain/spending/spending-budget';
import type { PanelServices } from '../../../../lib/panel/panel-services';
import { StoredItem } from '../../../../lib/panel/stored-item.svelte';
import { memoryItem } from '../../../support/memory-item';
import { MODEL } from '../../../support/rows';

const spent = (cost: number): SpendingBook =>
  enterSpending(
    EMPTY_BOOK,
    { modelRef: MODEL, provider: 'P', spent: { requests: 1, usage: {}, cost } },
    Date.now(),
  );

async function banner(cost: number) {
  const openBudget = vi.fn();
  const items = {
    spendingBudget: new StoredItem<SpendingBudget>(memoryItem<SpendingBudget>({ month: 10, day: null })),
    spending: new StoredItem(memoryItem(spent(cost))),
    privateSpending: new StoredItem(memoryItem(EMPTY_BOOK)),
    seenBudgetNotice: new StoredItem(memoryItem('')),
  };
  const services = { ...items, openBudget } as unknown as PanelServices;
  const screen = await render(BudgetBanner, { services });
  return { ...items, openBudget, screen, notice: screen.getByRole('status') };
}

describe('the notice of a budget', () => {
  it('comes with four fifths of it, grows, and leads to the settings', async () => {
    const { spending, screen, notice, openBudget } = await banner(7.99);
    await expect.element(notice).not.toBeInTheDocument();
    await spending.set(spent(8));
    await expect.poll(() => notice.query()?.textContent).toContain('$8.00 of $10.00');
    await spending.set(spent(10));
    await expect.poll(() => notice.query()?.textContent).toContain('This month’s budget is spent.');
    await screen.getByRole('button', { name: 'Raise the budget' }).click();
    expect(openBudget).toHaveBeenCalledOnce();
  });

  it('is told once for a budget in a month: dismissed, it comes again only for another limit', async () => {
    const { spendingBudget, spending, screen, notice } = await banner(9);
    await screen.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(notice).not.toBeInTheDocument();
    await spending.set(spent(10));
    await expect.element(notice).not.toBeInTheDocument();
    await spendingBudget.set({ month: 12, day: null });
    await expect.poll(() => notice.query()?.textContent).toContain('83 %');
  });
});
