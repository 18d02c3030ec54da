import type { RunEvent } from '../domain/stream-event';

/** The work's outcome, or a rejection as soon as the signal aborts: nothing that hangs holds up Stop. */
export function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/**
 * Passes a provider's events on; an abort ends them at once, whatever the provider does. Its generator is freed at
 * the end, which is not waited for: it may never stir again.
 */
export async function* untilAborted(
  events: AsyncIterable<RunEvent>,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, void> {
  const iterator = events[Symbol.asyncIterator]();
  const aborted = new Promise<'aborted'>((resolve) => {
    if (signal.aborted) resolve('aborted');
    signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
  try {
    for (;;) {
      const next = iterator.next();
      const result = await Promise.race([next, aborted]);
      if (result === 'aborted') {
        next.catch(() => undefined);
        return yield { type: 'stop' };
      }
      if (result.done === true) return yield { type: 'error', error: { kind: 'stream-broken' } };
      yield result.value;
      if (isEnd(result.value)) return;
    }
  } finally {
    void iterator.return?.().catch(() => undefined);
  }
}

/** Whether nothing comes after the event. */
export function isEnd(event: { readonly type: string }): boolean {
  return event.type === 'end' || event.type === 'error' || event.type === 'stop';
}
