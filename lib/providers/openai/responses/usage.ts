import type { ResponseUsage } from 'openai/resources/responses/responses';
import type { Usage } from '../../../domain/stream-event';

/** Token counts of a Responses answer. Servers leave out fields that the SDK's type promises. */
export function responsesUsage(usage: Partial<ResponseUsage>): Usage {
  const cached = usage.input_tokens_details?.cached_tokens;
  const reasoning = usage.output_tokens_details?.reasoning_tokens;
  return {
    ...(usage.input_tokens === undefined ? {} : { inputTokens: usage.input_tokens }),
    ...(usage.output_tokens === undefined ? {} : { outputTokens: usage.output_tokens }),
    ...(cached === undefined ? {} : { cachedInputTokens: cached }),
    ...(reasoning === undefined ? {} : { reasoningTokens: reasoning }),
  };
}
