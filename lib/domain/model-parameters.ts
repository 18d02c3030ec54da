/** How hard a model may be asked to think, least first. */
export const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
/** One of these words. */
export type Effort = (typeof EFFORTS)[number];

/** How a model is asked to answer. What is missing is left to the model. */
export interface ModelParameters {
  /** What it is told beside Aside's own system text. */
  readonly instructions?: string;
  readonly temperature?: number;
  readonly topP?: number;
  /** Longest answer in tokens, thoughts among them. */
  readonly maxTokens?: number;
  /** Texts at which the answer ends. */
  readonly stop?: readonly string[];
  /** How hard it thinks, for models that take a word for it. */
  readonly effort?: Effort;
  /** Tokens that it may think, for models that take a number; 0: it doesn't think. */
  readonly thinkingTokens?: number;
}

/** Whose parameters count, the nearest first. */
export interface ParameterSources {
  readonly chat?: ModelParameters | null | undefined;
  readonly persona?: ModelParameters | null | undefined;
  readonly model?: ModelParameters | null | undefined;
  /** Of all chats. */
  readonly fallback?: ModelParameters | null | undefined;
}

/**
 * The parameters of one answer: each is the chat's, else the persona's, else the model's, else the one of all chats.
 * Instructions don't take each other's place: all are given, the most general first.
 */
export function resolveParameters({ chat, persona, model, fallback }: ParameterSources): ModelParameters {
  const general = [fallback, model, persona, chat].map((one) => one ?? {});
  const instructions = general
    .map((one) => one.instructions?.trim() ?? '')
    .filter((text) => text !== '')
    .join('\n\n');
  const merged: ModelParameters = Object.assign({}, ...general) as ModelParameters;
  const { instructions: _last, ...nearest } = merged;
  return instructions === '' ? nearest : { ...nearest, instructions };
}

/** The same without what is empty, as it is stored; null where nothing is left. */
export function compactParameters(parameters: ModelParameters): ModelParameters | null {
  const kept = Object.entries(parameters).filter(([, value]) => !isEmpty(value));
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
