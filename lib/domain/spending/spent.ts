import { estimateTokens } from '../budget';
import { costOf, type ModelPrice } from '../model-facts';
import type { Usage } from '../stream-event';
import { sumUsage } from '../whole-page/finding';

/** What requests took, added up. */
export interface Spent {
  readonly requests: number;
  readonly usage: Usage;
  /** US dollars at the list prices of when they were asked, of those whose price is known; null: of none it is. */
  readonly cost: number | null;
  /** Whether there are counts among these that no provider gave. */
  readonly estimated?: true;
}

/** The price of what runs on a machine of the user's. */
export const NO_PRICE: ModelPrice = { input: 0, output: 0 };

/** Whether a model costs nothing. */
export function isFree(price: ModelPrice | undefined): boolean {
  return price?.input === 0 && price.output === 0;
}

/** One request as it went. */
export interface AskedRequest {
  /** As its provider counted it; null where it told nothing. */
  readonly usage: Usage | null;
  /** All that came of it, thoughts included. */
  readonly received: string;
  /** How it ended; `stopped` where nobody waited for its end. */
  readonly end: 'end' | 'error' | 'stopped';
  readonly price: ModelPrice | undefined;
  /** Estimated tokens of what was sent. */
  readonly sentTokens: () => number;
}

/**
 * What one request took: by its provider's counts; where these are missing, as they are when an answer is stopped, by
 * estimate. Null for one that failed before a word came of it and was not counted.
 */
export function spentOn({ usage, received, end, price, sentTokens }: AskedRequest): Spent | null {
  if (usage === null && (isFree(price) || (end === 'error' && received === ''))) return null;
  const counts: { -readonly [Key in keyof Usage]: Usage[Key] } = { ...usage };
  let estimated = false;
  if (counts.inputTokens === undefined) {
    counts.inputTokens = sentTokens();
    estimated = true;
  }
  // A stream that was cut has told of its answer only what it knew at the beginning.
  const least = end === 'end' && counts.outputTokens !== undefined ? 0 : estimateTokens(received);
  if (counts.outputTokens === undefined || counts.outputTokens < least) {
    counts.outputTokens = least;
    estimated = true;
  }
  return { requests: 1, usage: counts, cost: costOf(counts, price), ...(estimated && { estimated }) };
}

/** Two sums as one; undefined where there is none. */
export function addSpent(one: Spent | undefined, other: Spent | undefined): Spent | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    requests: one.requests + other.requests,
    usage: sumUsage([one.usage, other.usage]) ?? {},
    cost: one.cost === null && other.cost === null ? null : (one.cost ?? 0) + (other.cost ?? 0),
    ...((one.estimated ?? other.estimated) && { estimated: true }),
  };
}

/**
 * What an answer took: as was noted with its requests; of one from before that was done, or from elsewhere, what its
 * provider counted last, at today's price. Null where nothing is known.
 */
export function spentByAnswer(
  { spent, usage }: { readonly spent?: Spent; readonly usage: Usage | null },
  price: ModelPrice | undefined,
): Spent | null {
  if (spent !== undefined) return spent;
  return usage === null ? null : { requests: 1, usage, cost: costOf(usage, price) };
}
