import type { ErrorWords } from '../describe-error';
import { formatDate, formatNumber } from '../../words/format';
import type { BudgetStanding } from './spending-budget';

const DAY = { day: 'numeric', month: 'long' } as const;
const MINUTE = { ...DAY, hour: 'numeric', minute: '2-digit' } as const;

/** A sum in US dollars: to the cent, or a little finer where it would say nothing. */
export function formatDollars(amount: number): string {
  const isTiny = amount > 0 && amount < 0.1;
  return formatNumber(amount, {
    style: 'currency',
    currency: 'USD',
    ...(isTiny && { maximumSignificantDigits: 2 }),
  });
}

/** Words for a request that a spent budget held back. */
export function budgetWords(budget: BudgetStanding | undefined): ErrorWords {
  const help = { action: 'go-on-once' } as const;
  if (budget === undefined) return { ...help, title: 'The budget is spent.', next: NOTHING_SENT };
  return {
    ...help,
    title: budget.period === 'month' ? 'This month’s budget is spent.' : 'Today’s budget is spent.',
    next: `${spentSentence(budget)} ${NOTHING_SENT}`,
  };
}

const NOTHING_SENT = 'This was not sent. Go on once, or raise the budget.';

/** Since when how much was spent of a budget. */
export function spentSentence({ since, spent, limit }: BudgetStanding): string {
  return `Since ${sinceWords(since)}, ${formatDollars(spent)} of ${formatDollars(limit)} was spent, at list prices.`;
}

/** A day where counting began with it, else the minute. */
function sinceWords(since: number): string {
  const date = new Date(since);
  const isDay = date.getHours() === 0 && date.getMinutes() === 0;
  return formatDate(date, isDay ? DAY : MINUTE);
}
