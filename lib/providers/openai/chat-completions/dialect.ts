/** What sets one OpenAI-compatible server apart from another, as data. */
export interface Dialect {
  /** Fields of a delta that hold the model's reasoning, in order of preference. */
  readonly reasoningFields: readonly string[];
  /** An answer may begin with `<think>…</think>`. */
  readonly thinkTags: boolean;
  /** Ask for token counts with `stream_options`; some servers refuse the field and send counts anyway. */
  readonly asksUsage: boolean;
  /** `data: [DONE]` after content ends an answer although no `finish_reason` came. */
  readonly doneEndsAnswer: boolean;
  /** Its list of models is open to all, so listing them proves no key. */
  readonly openModelList: boolean;
}

const GENERIC: Dialect = {
  reasoningFields: ['reasoning_content', 'reasoning'],
  thinkTags: true,
  asksUsage: true,
  doneEndsAnswer: false,
  openModelList: false,
};

const BY_PRESET: Readonly<Record<string, Partial<Dialect>>> = {
  openrouter: { openModelList: true },
  mistral: { asksUsage: false },
};

/** The dialect of a preset (`provider-presets`); without one, the tolerant common form. */
export function dialectOf(preset: string | null): Dialect {
  return { ...GENERIC, ...(preset === null ? {} : BY_PRESET[preset]) };
}
