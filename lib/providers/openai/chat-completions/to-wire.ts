import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions/completions';
import type { Dialect } from '../../../domain/dialect';
import type { ProviderRequest } from '../../provider';
import { parameterFields } from './parameter-fields';

/** A request of the Chat Completions API, with the fewest fields, since compatible servers refuse what they don't know. */
export function toChatRequest(request: ProviderRequest, dialect: Dialect): ChatCompletionCreateParamsStreaming {
  const { asksUsage, drawingModels } = dialect;
  const draws = drawingModels?.test(request.model) === true;
  const system = request.system === '' ? [] : [{ role: 'system' as const, content: request.system }];
  return {
    model: request.model,
    messages: [...system, ...request.messages.map(({ role, text }) => ({ role, content: text }))],
    stream: true,
    ...parameterFields(request, dialect),
    // OpenAI's own types know no pictures here.
    ...(draws ? { modalities: ['image', 'text'] as unknown as ['text'] } : {}),
    ...(asksUsage ? { stream_options: { include_usage: true } } : {}),
  };
}
