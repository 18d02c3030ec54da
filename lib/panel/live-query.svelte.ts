import { createSubscriber } from 'svelte/reactivity';
import type { QueryObserver, WatchQuery } from './query-source';

/** What is watched, as a rune: `current` is its newest result, and reading it in a component subscribes. */
export class LiveWatch<Result> {
  #result: Result;
  #error: unknown = null;
  readonly #subscribe: () => void;

  constructor(watch: (observer: QueryObserver<Result>) => () => void, initial: Result) {
    this.#result = initial;
    this.#subscribe = createSubscriber((update) =>
      watch({
        next: (result) => {
          this.#result = result;
          this.#error = null;
          update();
        },
        error: (reason) => {
          this.#error = reason;
          update();
        },
      }),
    );
  }

  get current(): Result {
    this.#subscribe();
    return this.#result;
  }

  /** Why it could not be read; null while it can. */
  get error(): unknown {
    this.#subscribe();
    return this.#error;
  }
}

/**
 * A watched query as a rune. Make it in a `$derived` from its arguments:
 * `$derived(new LiveQuery(source.watch, () => source.chat(id), undefined))`.
 */
export class LiveQuery<Result> extends LiveWatch<Result> {
  constructor(watch: WatchQuery, query: () => Promise<Result>, initial: Result) {
    super((observer) => watch(query, observer), initial);
  }
}
