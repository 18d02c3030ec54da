import type { ErrorWords } from '../describe-error';
import type { BudgetStanding } from './spending-budget';

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });
const time = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });

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

/** Words for a budget that is nearly spent, or spent. */
export function nearBudgetWords(budget: BudgetStanding): { readonly title: string; readonly detail: string } {
  const isSpent = budget.spent >= budget.limit;
  const share = Math.floor((100 * budget.spent) / budget.limit);
  return {
    title: isSpent
      ? budgetWords(budget).title
      : budget.period === 'month'
        ? `${share} % of this month’s budget is spent.`
        : `${share} % of today’s budget is spent.`,
    detail: isSpent
      ? `${spentSentence(budget)} From now on nothing is sent that costs, unless you say so.`
      : `${spentSentence(budget)} When it is spent, Aside asks before it sends anything that costs.`,
  };
}

const NOTHING_SENT = 'This was not sent. Go on once, or raise the budget.';

function spentSentence({ since, spent, limit }: BudgetStanding): string {
  return `Since ${sinceWords(since)}, ${money.format(spent)} of ${money.format(limit)} was spent, at list prices.`;
}

/** A day where counting began with it, else the minute. */
function sinceWords(since: number): string {
  const date = new Date(since);
  const isDay = date.getHours() === 0 && date.getMinutes() === 0;
  return (isDay ? day : time).format(date);
}
