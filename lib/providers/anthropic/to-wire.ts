import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import type { ProviderRequest } from '../provider';

/** A request of the Messages API, which insists on `max_tokens`. */
export function toMessagesRequest(request: ProviderRequest, maxTokens: number): MessageCreateParamsStreaming {
  return {
    model: request.model,
    max_tokens: maxTokens,
    messages: request.messages.map(({ role, text }) => ({ role, content: text })),
    ...(request.system === '' ? {} : { system: request.system }),
    stream: true,
  };
}
