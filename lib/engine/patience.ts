/** Waiting that can be cut short, by the user's "Try now" or by Stop. */
export interface Patience {
  /** Resolves after `ms` milliseconds, when skipped, or when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Ends the wait under way, if any. */
  skip(): void;
}

/** Makes one; `skip` ends the newest wait. */
export function createPatience(): Patience {
  let skip = (): void => undefined;
  return {
    wait(ms, signal) {
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done, { once: true });
        skip = done;
      });
    },
    skip: () => skip(),
  };
}
