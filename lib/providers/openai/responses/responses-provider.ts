import { createGuardedFetch, type GuardOptions } from '../../network/guarded-fetch';
import { runStream } from '../../network/run-stream';
import type { Provider } from '../../provider';
import { createOpenAIClient } from '../client';
import { createResponsesDecoder } from './from-wire';
import { toResponsesRequest } from './to-wire';

/** OpenAI's own API: the Responses endpoint through the official SDK. */
export function createResponsesProvider(options: GuardOptions): Provider {
  return (request, signal) => {
    const guard = createGuardedFetch(options);
    const open = async (connection: AbortSignal) =>
      await createOpenAIClient({ ...options, fetch: guard.fetch }).responses.create(toResponsesRequest(request), {
        signal: connection,
      });
    const decoder = createResponsesDecoder(guard.origin);
    return runStream({ guard, decoder, open, clock: options.clock }, signal);
  };
}
