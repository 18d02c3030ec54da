import { toChatError } from '../../domain/errors';
import type { Provider, ProviderRequest } from '../provider';

/**
 * Answers a request as pieces of Markdown. It may throw (a `ChatFailure` says why in the panel's own words) and should
 * look at `signal` where it waits; it is closed when the user stops.
 */
export type TextGenerator = (request: ProviderRequest, signal: AbortSignal) => AsyncGenerator<string>;

/**
 * Makes a provider of any async generator of strings. The provider keeps the contract for it: what the generator
 * throws becomes an `error` event, no text at all the error `empty-answer`, and an abort ends the stream at once, even
 * when the generator is stuck.
 */
export function fromTextGenerator(generate: TextGenerator): Provider {
  return async function* (request, signal) {
    let hasText = false;
    try {
      for await (const text of untilAborted(generate(request, signal), signal)) {
        if (text === '') continue;
        hasText ||= text.trim() !== '';
        yield { type: 'text-delta', text };
      }
    } catch (thrown) {
      if (!signal.aborted) yield { type: 'error', error: toChatError(thrown) };
      return;
    }
    if (signal.aborted) return;
    yield hasText ? { type: 'end', reason: 'complete' } : { type: 'error', error: { kind: 'empty-answer' } };
  };
}

async function* untilAborted(source: AsyncGenerator<string>, signal: AbortSignal): AsyncGenerator<string> {
  const aborted = Promise.withResolvers<null>();
  const onAbort = () => aborted.resolve(null);
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      const result = await Promise.race([source.next(), aborted.promise]);
      if (result === null || result.done === true) return;
      yield result.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    close(source);
  }
}

/** Not awaited: a generator that is stuck in an `await` closes only when that settles, and nobody waits for it. */
function close(source: AsyncGenerator<string>): void {
  source.return(undefined).catch(() => undefined);
}
