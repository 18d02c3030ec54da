import '../../../components/ui/theme.css';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import SpendingSection from '../../../components/settings/spending/SpendingSection.svelte';
import type { ProviderId } from '../../../lib/domain/ids';
import { EMPTY_BOOK, enterSpending, type SpendingBook } from '../../../lib/domain/spending/spending-book';
import { NO_BUDGET } from '../../../lib/domain/spending/spending-budget';
import type { SettingsServices } from '../../../lib/panel/settings-services';
import { StoredItem } from '../../../lib/panel/stored-item.svelte';
import { memoryItem } from '../../support/memory-item';

const entry = (model: string, cost: number | null) => ({
  modelRef: { providerId: 'p' as ProviderId, model },
  provider: 'OpenAI',
  spent: { requests: 1, usage: { inputTokens: 1_200, outputTokens: 34 }, cost },
});

async function section(book: SpendingBook, startsAtBudget = false) {
  const spendingBudget = new StoredItem(memoryItem(NO_BUDGET));
  const spending = new StoredItem(memoryItem(book));
  const services = { spendingBudget, spending, startsAtBudget } as unknown as SettingsServices;
  const screen = await render(SpendingSection, { services });
  return { spendingBudget, screen };
}

describe('the spending', () => {
  it('takes a budget, and what is no amount for none', async () => {
    const { spendingBudget, screen } = await section(EMPTY_BOOK, true);
    const field = screen.getByRole('spinbutton', { name: 'Most in a month (US dollars)' });
    await expect.element(field).toHaveFocus();
    await field.fill('12.5');
    await screen.getByRole('spinbutton', { name: 'Most in a day (US dollars)' }).fill('-1');
    await expect.poll(() => spendingBudget.load()).toEqual({ month: 12.5, day: null });
    await field.fill('');
    await userEvent.tab();
    await expect.poll(() => spendingBudget.load()).toEqual(NO_BUDGET);
  });

  it('lists this month by model, the dearest first, with what is not counted', async () => {
    const now = Date.now();
    const entries = [entry('small', 0.5), entry('odd', null), entry('large', 2), entry('large', 1)];
    const { screen } = await section(entries.reduce((book, one) => enterSpending(book, one, now), EMPTY_BOOK));
    const rows = screen.getByRole('row').elements();
    const cellsOf = (row: Element) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim().replace(/\s+/g, ' '));
    expect(rows.map((row) => cellsOf(row).join(' '))).toEqual([
      'Model Requests Tokens Cost',
      'large OpenAI 2 2.5K ≈ $3.00',
      'small OpenAI 1 1.2K ≈ $0.50',
      'odd OpenAI 1 1.2K not counted',
      'Together ≈ $3.50',
    ]);
    await expect.element(screen.getByText(/^“Not counted”/)).toBeVisible();
    await expect.element(screen.getByText(/pi-ai@/)).toBeVisible();
  });
});
