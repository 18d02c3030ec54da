import { budgetWords, spentSentence } from './describe-budget';
import type { BudgetStanding } from './spending-budget';

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
