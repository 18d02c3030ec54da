import { costOfLines, dayOf, linesOf, monthOf, spentInDay, type SpendingBook } from './spending-book';

/** What a budget is for. */
export type BudgetPeriod = 'month' | 'day';

/** How much the user lets Aside spend, in US dollars; null: no limit. */
export type SpendingBudget = Readonly<Record<BudgetPeriod, number | null>>;

export const NO_BUDGET: SpendingBudget = { month: null, day: null };

/** How a budget stands. */
export interface BudgetStanding {
  readonly period: BudgetPeriod;
  /** Since when it is counted, in milliseconds since the epoch. */
  readonly since: number;
  /** US dollars. */
  readonly spent: number;
  readonly limit: number;
}

/** Of a budget, this share is spent before its user is told. */
const WARN_SHARE = 0.8;

/** How the budgets that are set stand at a time (milliseconds since the epoch), the shorter first. `books`: all that counts. */
export function standingsOf(
  budget: SpendingBudget,
  books: readonly SpendingBook[],
  at: number,
): readonly BudgetStanding[] {
  const begun = books.flatMap(({ since }) => (since === null ? [] : [since]));
  const first = begun.length === 0 ? at : Math.min(...begun);
  const sum = (spentIn: (book: SpendingBook) => number): number =>
    books.reduce((total, book) => total + spentIn(book), 0);
  const spent: Readonly<Record<BudgetPeriod, () => number>> = {
    day: () => sum((book) => spentInDay(book, at)),
    month: () => sum((book) => costOfLines(linesOf(book, monthOf(at)))),
  };
  return (['day', 'month'] as const).flatMap((period) => {
    const limit = budget[period];
    if (limit === null) return [];
    return [{ period, since: Math.max(startOf(period, at), first), spent: spent[period](), limit }];
  });
}

/** The budget that is spent, if one is. */
export function reachedOf(standings: readonly BudgetStanding[]): BudgetStanding | undefined {
  return standings.find(({ spent, limit }) => spent >= limit);
}

/** The budget that is nearly spent, or spent, if one is. */
export function nearlyReachedOf(standings: readonly BudgetStanding[]): BudgetStanding | undefined {
  return reachedOf(standings) ?? standings.find(({ spent, limit }) => spent >= limit * WARN_SHARE);
}

/** A name for one budget in one period: who dismissed its notice has not dismissed the next one's. */
export function noticeKey({ period, limit }: BudgetStanding, at: number): string {
  return `${period === 'month' ? monthOf(at) : dayOf(at)}/${limit}`;
}

function startOf(period: BudgetPeriod, at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), period === 'month' ? 1 : date.getDate()).getTime();
}
