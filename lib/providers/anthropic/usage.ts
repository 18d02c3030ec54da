import type { Usage } from '../../domain/stream-event';

/** The token counts of `message_start` and `message_delta`, any of which a gateway may leave out. */
export interface MessagesUsage {
  readonly input_tokens?: number | null;
  readonly cache_creation_input_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
  readonly output_tokens?: number | null;
}

/** Brings Anthropic's counts to ours: its `input_tokens` leave out what the cache read and wrote, ours don't. */
export function messagesUsage(usage: MessagesUsage): Usage {
  const { input_tokens: input, cache_read_input_tokens: cached, output_tokens: output } = usage;
  const written = usage.cache_creation_input_tokens;
  return {
    ...(typeof input === 'number' ? { inputTokens: input + (cached ?? 0) + (written ?? 0) } : {}),
    ...(typeof output === 'number' ? { outputTokens: output } : {}),
    ...(typeof cached === 'number' ? { cachedInputTokens: cached } : {}),
    ...(typeof written === 'number' ? { cacheWriteTokens: written } : {}),
  };
}
