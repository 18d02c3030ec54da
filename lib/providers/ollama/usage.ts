import type { Usage } from '../../domain/stream-event';

/** The token counts of a last line. A prompt that the server still had in its memory may go uncounted. */
export function ollamaUsage({ prompt_eval_count: input, eval_count: output }: Fields): Usage {
  return {
    ...(typeof input === 'number' ? { inputTokens: input } : {}),
    ...(typeof output === 'number' ? { outputTokens: output } : {}),
  };
}

type Fields = Readonly<Record<string, unknown>>;
