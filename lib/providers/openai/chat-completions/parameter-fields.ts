import type { Dialect } from '../../../domain/dialect';
import type { Effort } from '../../../domain/model-parameters';
import { thinksByName } from '../../../domain/thinks-by-name';
import type { ProviderRequest } from '../../provider';

/** The fields of a Chat Completions request that say how it is to be answered; none where nothing was asked for. */
export function parameterFields(
  { model, parameters = {} }: Pick<ProviderRequest, 'model' | 'parameters'>,
  dialect: Dialect,
): Readonly<Record<string, unknown>> {
  const { temperature, topP, maxTokens, stop, effort } = parameters;
  const isNew = dialect.openaiModels && thinksByName(model);
  const length = isNew ? 'max_completion_tokens' : dialect.maxTokensField;
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { [length]: maxTokens }),
    ...(stop !== undefined && stop.length > 0 && { stop }),
    ...(effort !== undefined && effortFields(effort, dialect.effortField)),
  };
}

/** Each service's own form: OpenRouter "Reasoning tokens", Together "Reasoning", DeepSeek "Thinking mode", vLLM "Reasoning outputs". */
function effortFields(effort: Effort, field: Dialect['effortField']): Readonly<Record<string, unknown>> {
  const thinks = effort !== 'none';
  const word = thinks ? { reasoning_effort: effort } : {};
  switch (field) {
    case 'reasoning_effort':
      return { reasoning_effort: effort };
    case 'reasoning':
      return { reasoning: { effort } };
    case 'reasoning-enabled':
      return { reasoning: { enabled: thinks }, ...word };
    case 'thinking-type':
      return { thinking: { type: thinks ? 'enabled' : 'disabled' }, ...word };
    case 'template':
      return { chat_template_kwargs: { enable_thinking: thinks, ...word }, ...word };
    case null:
      return {};
  }
}
