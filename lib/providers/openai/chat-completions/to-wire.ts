import type {
  ChatCompletionContentPart,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions/completions';
import type { Dialect } from '../../../domain/dialect';
import { dataUrlOf } from '../../../domain/pictures/sent-picture';
import type { PromptMessage, ProviderRequest } from '../../provider';
import { parameterFields } from './parameter-fields';

/** A request of the Chat Completions API, with the fewest fields, since compatible servers refuse what they don't know. */
export function toChatRequest(request: ProviderRequest, dialect: Dialect): ChatCompletionCreateParamsStreaming {
  const { asksUsage, drawingModels } = dialect;
  const draws = drawingModels?.test(request.model) === true;
  const system = request.system === '' ? [] : [{ role: 'system' as const, content: request.system }];
  return {
    model: request.model,
    messages: [...system, ...request.messages.map(toMessage)],
    stream: true,
    ...parameterFields(request, dialect),
    // OpenAI's own types know no pictures here.
    ...(draws ? { modalities: ['image', 'text'] as unknown as ['text'] } : {}),
    ...(asksUsage ? { stream_options: { include_usage: true } } : {}),
  };
}

/** Words alone stay a string: not every compatible server takes parts. */
function toMessage({ role, text, pictures = [] }: PromptMessage): ChatCompletionMessageParam {
  if (role === 'assistant' || pictures.length === 0) return { role, content: text };
  const shown = pictures.map((picture): ChatCompletionContentPart => ({
    type: 'image_url',
    image_url: { url: dataUrlOf(picture) },
  }));
  return { role, content: text === '' ? shown : [...shown, { type: 'text', text }] };
}
