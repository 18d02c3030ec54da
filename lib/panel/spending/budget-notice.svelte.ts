import type { SpendingBook } from '../../domain/spending/spending-book';
import {
  nearlyReachedOf,
  noticeKey,
  standingsOf,
  type BudgetStanding,
  type SpendingBudget,
} from '../../domain/spending/spending-budget';
import type { StoredItem } from '../stored-item.svelte';

interface BudgetNoticeDependencies {
  readonly spendingBudget: StoredItem<SpendingBudget>;
  readonly spending: StoredItem<SpendingBook>;
  readonly privateSpending: StoredItem<SpendingBook>;
  /** The notice that was dismissed last, as `noticeKey` names it. */
  readonly seenBudgetNotice: StoredItem<string>;
}

/** Tells once for each budget and period that it is nearly spent. The background holds requests back; this only says so. */
export class BudgetNotice {
  readonly #items: BudgetNoticeDependencies;
  readonly #now: () => number;

  constructor(items: BudgetNoticeDependencies, now: () => number = Date.now) {
    this.#items = items;
    this.#now = now;
  }

  /** The budget to tell of; null: none. */
  get standing(): BudgetStanding | null {
    const { spendingBudget, spending, privateSpending, seenBudgetNotice } = this.#items;
    if (!seenBudgetNotice.loaded) return null;
    const at = this.#now();
    const near = nearlyReachedOf(
      standingsOf(spendingBudget.current, [spending.current, privateSpending.current], at),
    );
    return near === undefined || seenBudgetNotice.current === noticeKey(near, at) ? null : near;
  }

  /** Says no more of it in this period. */
  async dismiss(): Promise<void> {
    const { standing } = this;
    if (standing !== null) await this.#items.seenBudgetNotice.set(noticeKey(standing, this.#now()));
  }
}
