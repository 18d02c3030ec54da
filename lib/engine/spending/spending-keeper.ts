import { isFree } from '../../domain/spending/spent';
import { EMPTY_BOOK, enterSpending, type SpendingBook } from '../../domain/spending/spending-book';
import { NO_BUDGET, reachedOf, standingsOf, type SpendingBudget } from '../../domain/spending/spending-budget';
import { addRatio, measuredRatio, type TokenRatios } from '../../domain/spending/token-ratio';
import type { Spending } from './spending';

/** A stored value, as far as it is needed. */
interface Kept<Value> {
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
  watch(listener: (value: Value) => void): unknown;
}

interface SpendingKeeperDependencies {
  readonly budget: Omit<Kept<SpendingBudget>, 'setValue'>;
  /** What was spent. */
  readonly book: Kept<SpendingBook>;
  /** What private windows spent, of which nothing may go to the disk. */
  readonly privateBook: Kept<SpendingBook>;
  /** How each model counts. */
  readonly tokenRatios: Omit<Kept<TokenRatios>, 'watch'>;
  readonly now?: () => number;
}

/** Both count towards the same budget. */
export interface SpendingKeeper {
  readonly normal: Spending;
  readonly private: Spending;
}

/**
 * Makes the keeper of what is spent. All is read at once and followed from then on, so that no question waits for a read:
 * without a budget `hold` looks at one value in memory. What can't be read counts as empty, with a warning.
 */
export function createSpendingKeeper(dependencies: SpendingKeeperDependencies): SpendingKeeper {
  const { now = Date.now } = dependencies;
  const budget = follow(dependencies.budget, NO_BUDGET);
  const book = follow(dependencies.book, EMPTY_BOOK);
  const privateBook = follow(dependencies.privateBook, EMPTY_BOOK);

  const hold: Spending['hold'] = async (price) => {
    if (isFree(price)) return null;
    await budget.ready;
    if (budget.current.month === null && budget.current.day === null) return null;
    await Promise.all([book.ready, privateBook.ready]);
    const reached = reachedOf(standingsOf(budget.current, [book.current, privateBook.current], now()));
    return reached === undefined ? null : { kind: 'budget', budget: reached };
  };

  function noteIn(item: Kept<SpendingBook>, followed: Followed<SpendingBook>): Spending['note'] {
    let writing: Promise<void> = Promise.resolve();
    return (entry) => {
      writing = writing.then(async () => {
        await followed.ready;
        followed.current = enterSpending(await item.getValue(), entry, now());
        await item.setValue(followed.current);
      });
      writing = writing.catch((reason: unknown) => console.warn('Aside: what was spent was not noted.', reason));
      return writing;
    };
  }

  let learning: Promise<void> = Promise.resolve();
  const learn: Spending['learn'] = (answer) => {
    const ratio = measuredRatio(answer);
    const { modelRef } = answer;
    if (ratio === null || modelRef === null) return;
    const { tokenRatios } = dependencies;
    learning = learning
      .then(async () => tokenRatios.setValue(addRatio(await tokenRatios.getValue(), modelRef, ratio)))
      .catch((reason: unknown) => console.warn('Aside: how a model counts was not noted.', reason));
  };

  return {
    normal: { hold, learn, note: noteIn(dependencies.book, book) },
    // Which models were asked there is nobody's business.
    private: { hold, learn: () => undefined, note: noteIn(dependencies.privateBook, privateBook) },
  };
}

interface Followed<Value> {
  current: Value;
  readonly ready: Promise<void>;
}

function follow<Value>(item: Omit<Kept<Value>, 'setValue'>, fallback: Value): Followed<Value> {
  const ready = item.getValue().then(
    (value) => void (followed.current = value),
    (reason: unknown) => console.warn('Aside: what was spent could not be read.', reason),
  );
  const followed: Followed<Value> = { current: fallback, ready };
  item.watch((value) => (followed.current = value));
  return followed;
}
