import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/**
 * A Dexie live query as a rune: `current` is its newest result, and reading it in a component subscribes. Make it in
 * a `$derived` from its arguments: `$derived(new LiveQuery(() => queries.chat(id), undefined))`.
 */
export class LiveQuery<Result> {
  #result: Result;
  #error: unknown = null;
  readonly #subscribe: () => void;

  constructor(query: () => Promise<Result>, initial: Result) {
    this.#result = initial;
    this.#subscribe = createSubscriber((update) => {
      const subscription = liveQuery(query).subscribe({
        next: (result) => {
          this.#result = result;
          this.#error = null;
          update();
        },
        error: (reason) => {
          this.#error = reason;
          update();
        },
      });
      return () => subscription.unsubscribe();
    });
  }

  get current(): Result {
    this.#subscribe();
    return this.#result;
  }

  /** Why the database could not be read; null while it can. */
  get error(): unknown {
    this.#subscribe();
    return this.#error;
  }
}
