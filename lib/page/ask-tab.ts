import { ChatFailure } from '../domain/errors';
import { explainRefusal, type RefusedTab } from './tab-refusal';

export interface AskOptions {
  /** For a better sentence when the browser refuses. */
  readonly tab?: RefusedTab;
  /** Milliseconds until a tab that does not answer is given up. */
  readonly patience?: number;
  readonly signal?: AbortSignal | undefined;
}

const PATIENCE = 10_000;

/**
 * Waits for what runs in a tab. Throws ChatFailure `page-permission` or `page-unreadable` (refused, or no answer in
 * time); rejects with the signal's reason on abort.
 */
export function askTab<Result>(
  work: Promise<Result>,
  { tab, patience = PATIENCE, signal }: AskOptions = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const detail = `The page did not answer within ${patience / 1000} seconds.`;
      settle(() => reject(new ChatFailure({ kind: 'page-unreadable', detail })));
    }, patience);
    const onAbort = (): void => settle(() => reject(signal?.reason as Error));
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      end();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    work.then(
      (result) => settle(() => resolve(result)),
      (error: unknown) => settle(() => reject(refusal(error, tab))),
    );
  });
}

function refusal(error: unknown, tab: RefusedTab | undefined): ChatFailure {
  const message = error instanceof Error ? error.message : String(error);
  return new ChatFailure(explainRefusal(message, tab), { cause: error });
}
