import type {
  EasyInputMessage,
  ResponseCreateParamsStreaming,
  ResponseInputImage,
  ResponseInputItem,
} from 'openai/resources/responses/responses';
import { dataUrlOf } from '../../../domain/pictures/sent-picture';
import type { ThoughtSeal } from '../../../domain/thought-seal';
import type { PromptMessage, ProviderRequest } from '../../provider';
import type { ReasoningFields } from './reasoning-fields';

/**
 * A request of the Responses API. Nothing is stored at OpenAI (its default would be 30 days), so what a model thought
 * comes encrypted and goes back with the next question ("Reasoning models", encrypted reasoning items).
 */
export function toResponsesRequest(
  request: ProviderRequest,
  { encrypted, summary }: ReasoningFields,
): ResponseCreateParamsStreaming {
  const { temperature, topP, maxTokens, effort } = request.parameters ?? {};
  return {
    model: request.model,
    input: request.messages.flatMap((message): ResponseInputItem[] => [
      ...(encrypted ? (message.seals ?? []).flatMap(toItem) : []),
      toMessage(message),
    ]),
    ...(request.system === '' ? {} : { instructions: request.system }),
    ...(encrypted ? { include: ['reasoning.encrypted_content'] } : {}),
    ...(summary || effort !== undefined
      ? { reasoning: { ...(effort !== undefined && { effort }), ...(summary && { summary: 'auto' }) } }
      : {}),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { max_output_tokens: maxTokens }),
    store: false,
    stream: true,
  };
}

function toItem(seal: ThoughtSeal): readonly ResponseInputItem[] {
  if (seal.kind !== 'openai-reasoning') return [];
  const summary = seal.summary.map((text) => ({ type: 'summary_text' as const, text }));
  return [{ type: 'reasoning', id: seal.id, summary, encrypted_content: seal.encrypted }];
}

function toMessage({ role, text, pictures = [] }: PromptMessage): EasyInputMessage {
  if (role === 'assistant' || pictures.length === 0) return { role, content: text };
  const shown = pictures.map((picture): ResponseInputImage => ({
    type: 'input_image',
    image_url: dataUrlOf(picture),
    detail: 'auto',
  }));
  return { role, content: text === '' ? shown : [...shown, { type: 'input_text', text }] };
}
