import type { ModelRef } from './chat';
import type { ModelParameters } from './model-parameters';

/** How answers are to be in all chats. */
export interface ParameterSettings {
  /** Of every model. */
  readonly all: ModelParameters | null;
  /** Of one model, by `modelKey`. */
  readonly byModel: Readonly<Record<string, ModelParameters>>;
}

export const NO_PARAMETERS: ParameterSettings = { all: null, byModel: {} };

/** Names a model among all. */
export function modelKey({ providerId, model }: ModelRef): string {
  return `${providerId} ${model}`;
}
