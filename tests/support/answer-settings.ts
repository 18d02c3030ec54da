import type { ModelFacts } from '../../lib/domain/model-facts';
import { NO_PARAMETERS, type ParameterSettings } from '../../lib/domain/parameter-settings';
import type { Persona } from '../../lib/domain/persona';
import type { AnswerSettings } from '../../lib/panel/parameters/answer-setup.svelte';
import { StoredItem } from '../../lib/panel/stored-item.svelte';
import { memoryItem } from './memory-item';

/** Settings of a panel where nobody set anything, or what is given. */
export function noAnswerSettings(
  given: {
    readonly parameters?: ParameterSettings;
    readonly personas?: readonly Persona[];
    readonly facts?: Partial<ModelFacts>;
  } = {},
): AnswerSettings & { readonly personas: StoredItem<readonly Persona[]> } {
  return {
    parameters: new StoredItem(memoryItem(given.parameters ?? NO_PARAMETERS)),
    personas: new StoredItem(memoryItem(given.personas ?? [])),
    factsOf: async ({ model }) => ({ id: model, ...given.facts }),
  };
}
