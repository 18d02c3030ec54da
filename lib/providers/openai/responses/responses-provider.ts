import { createGuardedFetch, type GuardOptions } from '../../network/guarded-fetch';
import { runStream } from '../../network/run-stream';
import type { Provider } from '../../provider';
import { createOpenAIClient } from '../client';
import { createResponsesDecoder } from './from-wire';
import {
  reasoningFieldsFor,
  rememberReasoningFields,
  withoutRefused,
  type ReasoningFields,
} from './reasoning-fields';
import { toResponsesRequest } from './to-wire';

/** OpenAI's own API: the Responses endpoint through the official SDK. */
export function createResponsesProvider(options: GuardOptions): Provider {
  return (request, signal) => {
    const guard = createGuardedFetch(options);
    const open = async (connection: AbortSignal) => {
      const { responses } = createOpenAIClient({ ...options, fetch: guard.fetch });
      const send = async (fields: ReasoningFields) =>
        await responses.create(toResponsesRequest(request, fields), { signal: connection });
      let fields = reasoningFieldsFor(options.baseUrl, request.model);
      for (;;) {
        try {
          return await send(fields);
        } catch (thrown) {
          // A model that does not think, or an organization that may not see it: asked again without, before any token.
          const failure = guard.failure();
          const fewer = failure?.status === 400 ? withoutRefused(fields, failure.detail ?? '') : null;
          if (fewer === null) throw thrown;
          fields = fewer;
          rememberReasoningFields(options.baseUrl, request.model, fields);
        }
      }
    };
    const decoder = createResponsesDecoder(guard.origin);
    return runStream({ guard, decoder, open, clock: options.clock }, signal);
  };
}
