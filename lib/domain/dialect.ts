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
};
