import type { CompletionUsage } from 'openai/resources/completions';
import type { Usage } from '../../../domain/stream-event';

/** DeepSeek, "Context caching". */
interface DeepSeekUsage {
  readonly prompt_cache_hit_tokens?: number;
}

/** Token counts of a Chat Completions answer. Servers leave out fields that the SDK's type promises. */
export function chatUsage(usage: Partial<CompletionUsage> & DeepSeekUsage): Usage {
  const cached = usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens;
  const reasoning = usage.completion_tokens_details?.reasoning_tokens;
  return {
    ...(usage.prompt_tokens === undefined ? {} : { inputTokens: usage.prompt_tokens }),
    ...(usage.completion_tokens === undefined ? {} : { outputTokens: usage.completion_tokens }),
    ...(cached === undefined ? {} : { cachedInputTokens: cached }),
    ...(reasoning === undefined ? {} : { reasoningTokens: reasoning }),
  };
}
