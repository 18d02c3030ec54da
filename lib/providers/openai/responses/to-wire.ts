import type { ResponseCreateParamsStreaming } from 'openai/resources/responses/responses';
import type { ProviderRequest } from '../../provider';

/** A request of the Responses API. Nothing is stored at OpenAI (its default would be 30 days). */
export function toResponsesRequest(request: ProviderRequest): ResponseCreateParamsStreaming {
  return {
    model: request.model,
    input: request.messages.map(({ role, text }) => ({ role, content: text })),
    ...(request.system === '' ? {} : { instructions: request.system }),
    store: false,
    stream: true,
  };
}
