import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import type { ProviderRequest } from '../provider';

/** How a request is sent. */
export interface MessagesOptions {
  readonly maxTokens: number;
  /** Have what is sent kept, so that the next question of the chat reads it from the cache. */
  readonly caches: boolean;
}

/** A request of the Messages API, which insists on `max_tokens`. */
export function toMessagesRequest(
  request: ProviderRequest,
  { maxTokens, caches }: MessagesOptions,
): MessageCreateParamsStreaming {
  return {
    model: request.model,
    max_tokens: maxTokens,
    messages: request.messages.map(({ role, text }) => ({ role, content: text })),
    // Above the messages, not in one of them: a mark that moves with the last message would change the ones before.
    ...(caches ? { cache_control: { type: 'ephemeral' } } : {}),
    ...(request.system === '' ? {} : { system: request.system }),
    stream: true,
  };
}
