import { createGuardedFetch, type Guard, type GuardOptions } from '../network/guarded-fetch';
import { runStream } from '../network/run-stream';
import type { Provider } from '../provider';
import { createAnthropicClient } from './client';
import { createMessagesDecoder } from './from-wire';
import { allowedMaxTokens, maxTokensFor, rememberMaxTokens } from './max-tokens';
import { type MessagesOptions, toMessagesRequest } from './to-wire';

/** Anthropic, or a server that speaks its Messages API, through the official SDK. */
export function createMessagesProvider(options: GuardOptions): Provider {
  return (request, signal) => {
    const guard = createGuardedFetch(options);
    const open = async (connection: AbortSignal) => {
      const { messages, models } = createAnthropicClient({ ...options, fetch: guard.fetch });
      const send = async (how: MessagesOptions) =>
        await messages.create(toMessagesRequest(request, how), { signal: connection });
      const maxTokens = await maxTokensFor(options.baseUrl, request.model, models, connection, options.clock);
      return await sendAsTaken(options.baseUrl, request.model, maxTokens, { guard, send });
    };
    return runStream({ guard, decoder: createMessagesDecoder(), open, clock: options.clock }, signal);
  };
}

/** Gateways that refused the field `cache_control`, as long as this background lives. */
const uncached = new Set<string>();

/**
 * Sends a request, and once more where a 400 names what the server does not take: more output tokens than it gives,
 * thoughts of its own, or the field that asks for caching, which gateways may not know. Nothing has been answered by then.
 */
async function sendAsTaken<Answer>(
  baseUrl: string,
  model: string,
  maxTokens: number,
  { guard, send }: { readonly guard: Guard; readonly send: (how: MessagesOptions) => Promise<Answer> },
): Promise<Answer> {
  const caches = !uncached.has(baseUrl);
  try {
    return await send({ maxTokens, caches, thoughts: true });
  } catch (thrown) {
    const failure = guard.failure();
    const sentence = failure?.status === 400 || failure?.status === 422 ? (failure.detail ?? '') : '';
    if (caches && /cache_control/.test(sentence)) {
      uncached.add(baseUrl);
      return await send({ maxTokens, caches: false, thoughts: true });
    }
    // Blocks of earlier turns may be left out; a signature may have expired, or a gateway know none.
    if (/thinking|signature/.test(sentence)) return await send({ maxTokens, caches, thoughts: false });
    const allowed = failure?.status === 400 ? allowedMaxTokens(sentence) : null;
    if (allowed === null || allowed >= maxTokens) throw thrown;
    if (failure?.kind === 'bad-request') rememberMaxTokens(baseUrl, model, allowed);
    return await send({ maxTokens: allowed, caches, thoughts: true });
  }
}
