import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import type { Effort, ModelParameters } from '../../domain/model-parameters';

/** The least that may be thought ("Extended thinking"). */
const LEAST_BUDGET = 1_024;

type KnownFields = Pick<
  MessageCreateParamsStreaming,
  'max_tokens' | 'stop_sequences' | 'thinking' | 'output_config'
>;

/** The SDK's types have no temperature and top-p any more; the API takes them for its older models. */
type ParameterFields = KnownFields & { readonly temperature?: number; readonly top_p?: number };

/**
 * The fields of a Messages request that say how it is to be answered. `most` is what the model gives at most, which
 * stands where nobody asked for less, since the API insists on a number.
 */
export function messagesParameters(parameters: ModelParameters = {}, most: number): ParameterFields {
  const { temperature, topP, maxTokens, stop, effort, thinkingTokens } = parameters;
  const length = Math.min(maxTokens ?? most, most);
  return {
    max_tokens: length,
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(stop !== undefined && stop.length > 0 && { stop_sequences: [...stop] }),
    ...(effort !== undefined && adaptive(effort)),
    ...(thinkingTokens !== undefined && budget(thinkingTokens, length)),
  };
}

/** "Adaptive thinking". Without `display` newer models would think unseen. */
function adaptive(effort: Effort): Partial<KnownFields> {
  if (effort === 'none') return { thinking: { type: 'disabled' } };
  const word = effort === 'minimal' ? 'low' : effort;
  return { thinking: { type: 'adaptive', display: 'summarized' }, output_config: { effort: word } };
}

/** The budget is less than the whole answer; where that leaves too little there is no thinking. */
function budget(tokens: number, length: number): Partial<KnownFields> {
  const budget_tokens = Math.min(tokens, length - 1);
  return { thinking: budget_tokens < LEAST_BUDGET ? { type: 'disabled' } : { type: 'enabled', budget_tokens } };
}
