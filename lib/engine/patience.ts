/** Waiting that can be cut short, by the user's "Try now" or by Stop. */
export interface Patience {
  /** Resolves after `ms` milliseconds, when skipped, or when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Ends the waits under way, if any. */
  skip(): void;
}

/** Makes one. */
export function createPatience(): Patience {
  const waits = new Set<() => void>();
  return {
    wait(ms, signal) {
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          waits.delete(done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done, { once: true });
        waits.add(done);
      });
    },
    skip: () => [...waits].forEach((end) => end()),
  };
}
