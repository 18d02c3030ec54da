import { createGuardedFetch, type GuardOptions } from '../network/guarded-fetch';
import { runStream } from '../network/run-stream';
import type { Provider } from '../provider';
import { createAnthropicClient } from './client';
import { createMessagesDecoder } from './from-wire';
import { allowedMaxTokens, maxTokensFor, rememberMaxTokens } from './max-tokens';
import { toMessagesRequest } from './to-wire';

/** Anthropic, or a server that speaks its Messages API, through the official SDK. */
export function createMessagesProvider(options: GuardOptions): Provider {
  return (request, signal) => {
    const guard = createGuardedFetch(options);
    const open = async (connection: AbortSignal) => {
      const { messages, models } = createAnthropicClient({ ...options, fetch: guard.fetch });
      const send = async (maxTokens: number) =>
        await messages.create(toMessagesRequest(request, maxTokens), { signal: connection });
      const maxTokens = await maxTokensFor(options.baseUrl, request.model, models, connection, options.clock);
      try {
        return await send(maxTokens);
      } catch (thrown) {
        const failure = guard.failure();
        const allowed = failure?.status === 400 ? allowedMaxTokens(failure.detail ?? '') : null;
        if (allowed === null || allowed >= maxTokens) throw thrown;
        if (failure?.kind === 'bad-request') rememberMaxTokens(options.baseUrl, request.model, allowed);
        return await send(allowed);
      }
    };
    return runStream({ guard, decoder: createMessagesDecoder(), open, clock: options.clock }, signal);
  };
}
