import { createGuardedFetch, type GuardOptions } from '../../network/guarded-fetch';
import { runStream } from '../../network/run-stream';
import type { Provider } from '../../provider';
import { createOpenAIClient } from '../client';
import { dialectOf } from './dialect';
import { createChatDecoder } from './from-wire';
import { toChatRequest } from './to-wire';

/** Any OpenAI-compatible server: the Chat Completions endpoint through the official SDK, in the preset's dialect. */
export function createChatProvider(options: GuardOptions & { readonly preset: string | null }): Provider {
  const dialect = dialectOf(options.preset);
  return (request, signal) => {
    const guard = createGuardedFetch(options);
    const open = async (connection: AbortSignal) => {
      const { completions } = createOpenAIClient({ ...options, fetch: guard.fetch, auth: dialect.auth }).chat;
      const send = async (asksUsage: boolean) =>
        await completions.create(toChatRequest(request, { ...dialect, asksUsage }), { signal: connection });
      try {
        return await send(dialect.asksUsage);
      } catch (thrown) {
        // A server that does not know the field says so by name; it is asked again without, before any token.
        const failure = guard.failure();
        const refusedField = failure?.kind === 'bad-request' && /stream_options/.test(failure.detail ?? '');
        if (!dialect.asksUsage || !refusedField) throw thrown;
        return await send(false);
      }
    };
    const sawDone = (): boolean => /(^|[\r\n])data: ?\[DONE\]\s*$/.test(guard.tail());
    const decoder = createChatDecoder({ dialect, origin: guard.origin, sawDone });
    return runStream({ guard, decoder, open, clock: options.clock }, signal);
  };
}
