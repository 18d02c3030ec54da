import type { Message } from '../../domain/chat';
import type { ChatError } from '../../domain/errors';
import type { ModelPrice } from '../../domain/model-facts';
import type { SpendingEntry } from '../../domain/spending/spending-book';

/** Where the engine asks before it spends, and tells what it spent. */
export interface Spending {
  /**
   * What holds a request back to a model of that price; null: nothing does. One whose price is not known (undefined) is held
   * like any other once a budget is spent, because it may cost; a free one never is. Never rejects.
   */
  hold(price: ModelPrice | undefined): Promise<ChatError | null>;
  /** Learns from an ended answer how its model counts. */
  learn(answer: Message): void;
  /** Counts a request. Resolves when that is stored; never rejects. */
  note(entry: SpendingEntry): Promise<void>;
}

/** Counts nothing and holds nothing back. */
export const UNCOUNTED: Spending = { hold: async () => null, note: async () => undefined, learn: () => undefined };
