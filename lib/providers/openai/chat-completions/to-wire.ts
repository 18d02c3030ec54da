import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions/completions';
import type { ProviderRequest } from '../../provider';

/** A request of the Chat Completions API, with the fewest fields, since compatible servers refuse what they don't know. */
export function toChatRequest(request: ProviderRequest, asksUsage: boolean): ChatCompletionCreateParamsStreaming {
  const system = request.system === '' ? [] : [{ role: 'system' as const, content: request.system }];
  return {
    model: request.model,
    messages: [...system, ...request.messages.map(({ role, text }) => ({ role, content: text }))],
    stream: true,
    ...(asksUsage ? { stream_options: { include_usage: true } } : {}),
  };
}
