import type { ModelRef } from '../../domain/chat';
import { ChatFailure } from '../../domain/errors';
import type { ModelPrice } from '../../domain/model-facts';
import { addSpent, spentOn, type AskedRequest, type Spent } from '../../domain/spending/spent';
import type { StreamEvent, Usage } from '../../domain/stream-event';
import type { Spending } from './spending';

/** Whom the requests of an answer go to. */
export interface BilledModel {
  readonly modelRef: ModelRef;
  /** The provider's name. */
  readonly provider: string;
  /** Undefined: not known. */
  readonly price: ModelPrice | undefined;
}

/** What one answer takes, over all its requests: of its parts, its retries and its end. */
export interface Bill {
  /** Resolves where a request may go out now; else rejects with a ChatFailure that says what holds it back. */
  clear(model: Pick<BilledModel, 'price'>): Promise<void>;
  /** The events of a request that is asked now, or the one event that holds it back. `sentTokens` estimates what is sent. */
  ask(
    model: BilledModel,
    ask: () => AsyncIterable<StreamEvent>,
    sentTokens: () => number,
  ): AsyncGenerator<StreamEvent, void, void>;
  /** Counts what is still open and waits until all is stored. Gives the sum; undefined: nothing was taken. */
  close(): Promise<Spent | undefined>;
}

/** Makes an empty bill. `overBudget`: its user has said that it may go on all the same. */
export function createBill(spending: Spending, overBudget: boolean): Bill {
  const open = new Set<() => void>();
  const noted: Promise<void>[] = [];
  let sum: Spent | undefined;

  function enter({ modelRef, provider }: BilledModel, request: AskedRequest): void {
    const spent = spentOn(request);
    if (spent === null) return;
    sum = addSpent(sum, spent);
    noted.push(spending.note({ modelRef, provider, spent }));
  }

  const heldBy = async ({ price }: Pick<BilledModel, 'price'>) => (overBudget ? null : spending.hold(price));

  return {
    async clear(model) {
      const held = await heldBy(model);
      if (held !== null) throw new ChatFailure(held);
    },
    async *ask(model, ask, sentTokens) {
      const held = await heldBy(model);
      if (held !== null) return yield { type: 'error', error: held };
      let usage = null as Usage | null;
      let received = '';
      const settle = (end: AskedRequest['end']): void => {
        if (!open.delete(stop)) return;
        enter(model, { usage, received, end, price: model.price, sentTokens });
      };
      const stop = (): void => settle('stopped');
      open.add(stop);
      try {
        for await (const event of ask()) {
          if (event.type === 'usage') usage = { ...usage, ...event.usage };
          else if (event.type === 'text-delta' || event.type === 'reasoning-delta') received += event.text;
          else if (event.type === 'end' || event.type === 'error') settle(event.type);
          yield event;
        }
      } finally {
        stop();
      }
    },
    async close() {
      for (const stop of [...open]) stop();
      await Promise.all(noted);
      return sum;
    },
  };
}
