import type { ChatError } from '../domain/errors';
import type { RunEvent, StreamEvent } from '../domain/stream-event';

/** Milliseconds before the first and the second retry, where the server names no time. */
const DELAYS_MS = [1_000, 3_000] as const;

/** The longest `Retry-After` that is waited for without asking, in seconds. */
const LONGEST_WAIT_S = 30;

/**
 * Failures by which a server turns a request away for a while. Narrower than `isPassing`: a lost line is for the user to
 * judge.
 */
const TURNED_AWAY: ReadonlySet<ChatError['kind']> = new Set([
  'rate-limited',
  'server-error',
  'overloaded',
  'model-loading',
]);

interface RetryDependencies {
  /** Resolves after that many milliseconds, or sooner if the user says so. */
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
}

/**
 * Asks again, at most twice, where a server turns the request away for a while (design section 3). Only before the
 * first token: what has been shown is never asked for a second time. Each wait is told by a `retry` event.
 */
export async function* withRetries(
  ask: () => AsyncIterable<StreamEvent>,
  { wait, now }: RetryDependencies,
): AsyncGenerator<RunEvent, void, void> {
  for (let attempt = 0; ; attempt += 1) {
    let begun = false;
    let failure: ChatError | null = null;
    for await (const event of ask()) {
      begun ||= event.type === 'text-delta' || event.type === 'reasoning-delta';
      if (event.type === 'error' && !begun && delayOf(event.error, attempt) !== null) {
        failure = event.error;
        break;
      }
      yield event;
    }
    const delay = failure === null ? null : delayOf(failure, attempt);
    if (failure === null || delay === null) return;
    yield { type: 'retry', error: failure, attempt: attempt + 1, at: now() + delay };
    await wait(delay);
    yield { type: 'phase', phase: 'waiting' };
  }
}

/** Milliseconds until the next try; null where there is none. */
function delayOf({ kind, retryAfter }: ChatError, attempt: number): number | null {
  const delay = DELAYS_MS[attempt];
  if (delay === undefined || !TURNED_AWAY.has(kind)) return null;
  if (retryAfter === undefined) return delay;
  return retryAfter <= LONGEST_WAIT_S ? Math.max(retryAfter, 0) * 1_000 : null;
}
