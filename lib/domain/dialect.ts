import type { Effort, ModelParameters } from './model-parameters';

/** What sets one OpenAI-compatible server apart from another, as data. */
export interface Dialect {
  /** How the key travels: `Authorization: Bearer`, or the header `api-key` alone. */
  readonly auth: 'bearer' | 'api-key';
  /** Fields of a delta that hold the model's reasoning, in order of preference. */
  readonly reasoningFields: readonly string[];
  /** An answer may begin with `<think>…</think>`. */
  readonly thinkTags: boolean;
  /** Ask for token counts with `stream_options`; some servers refuse the field and send counts anyway. */
  readonly asksUsage: boolean;
  /** `data: [DONE]` after content ends an answer although no `finish_reason` came. */
  readonly doneEndsAnswer: boolean;
  /** Models that draw, if they are asked to by `modalities`, which others refuse. */
  readonly drawingModels: RegExp | null;
  /** Its list of models is open to all, so listing them proves no key. */
  readonly openModelList: boolean;
  /** The field for the longest answer; OpenAI's own models that think know the newer one alone. */
  readonly maxTokensField: 'max_tokens' | 'max_completion_tokens';
  /**
   * How it is told to think: the field `reasoning_effort`; an object `reasoning` with `effort` (OpenRouter) or with
   * `enabled` beside the field (Together); `thinking` with a `type` beside the field (DeepSeek); what the chat template
   * of open models reads, beside the field (llama.cpp, vLLM). Null: it can't be told.
   */
  readonly effortField:
    'reasoning_effort' | 'reasoning' | 'reasoning-enabled' | 'thinking-type' | 'template' | null;
  /** The words for it that its documentation gives, for models of which nothing better is known. */
  readonly efforts: readonly Effort[];
  /** Parameters it refuses for all models. */
  readonly refuses: readonly (keyof ModelParameters)[];
  /** Its highest temperature. */
  readonly hottest: number;
  /** It serves OpenAI's models, whose thinking ones refuse temperature, top-p and stop. */
  readonly openaiModels: boolean;
}

/** The tolerant common form, for servers of which nothing is known. */
export const GENERIC_DIALECT: Dialect = {
  auth: 'bearer',
  reasoningFields: ['reasoning_content', 'reasoning'],
  thinkTags: true,
  asksUsage: true,
  doneEndsAnswer: false,
  drawingModels: null,
  openModelList: false,
  maxTokensField: 'max_tokens',
  effortField: 'reasoning_effort',
  efforts: ['low', 'medium', 'high'],
  refuses: [],
  hottest: 2,
  openaiModels: false,
};
