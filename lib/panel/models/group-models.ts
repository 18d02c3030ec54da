import type { ModelRef } from '../../domain/chat';
import { foldText } from '../../domain/fold-text';
import type { ModelFacts, ModelList } from '../../domain/model-facts';
import type { Persona } from '../../domain/persona';
import type { ProviderConfig } from '../../domain/provider-config';
import { isSameModel } from './is-same-model';
import { plural } from '../../words/plural';

/** One line of the model picker. */
export interface ModelOption {
  /** Unlike every other in the picker. */
  readonly key: string;
  readonly ref: ModelRef;
  readonly provider: ProviderConfig;
  readonly facts: ModelFacts;
  readonly favourite: boolean;
  /** Who answers with it; missing: the model as it is. */
  readonly persona?: Persona;
}

/** Lines under one heading. */
export interface ModelGroup {
  readonly label: string;
  readonly options: readonly ModelOption[];
  /** How many more there are than are shown. */
  readonly more: number;
}

/** What the picker is made from. */
export interface ModelSources {
  readonly providers: readonly ProviderConfig[];
  readonly lists: Readonly<Record<string, ModelList>>;
  readonly favourites: readonly ModelRef[];
  /** Newest first. */
  readonly recent: readonly ModelRef[];
  /** Personas that may be chosen; they stand first. */
  readonly personas?: readonly Persona[];
  /** Facts from elsewhere than the server's list. */
  readonly factsOf: (provider: ProviderConfig, listed: ModelFacts) => ModelFacts;
}

/** Lines of one group before one has to search. */
const MOST_SHOWN = 60;
const MOST_RECENT = 4;

/**
 * The groups of the picker: favourites, those used last, then each provider's. With a search only what has all its words
 * in the names of model and provider, each provider's in a group.
 */
export function groupModels(sources: ModelSources, search: string): readonly ModelGroup[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const byProvider = sources.providers.map((provider) => ({ provider, models: modelsOf(provider, sources) }));
  const all = byProvider.flatMap(({ models }) => models);
  const personas = (sources.personas ?? []).flatMap((persona) => personaOption(persona, all));
  if (words.length > 0) {
    const called = personas.filter(({ persona }) => {
      const name = foldText(persona?.name ?? '');
      return words.every((word) => name.includes(word));
    });
    const found = byProvider.flatMap(({ provider, models }) => {
      const found = models.filter((one) => {
        const names = foldText(`${one.provider.name} ${one.ref.model} ${one.facts.name ?? ''}`);
        return words.every((word) => names.includes(word));
      });
      return groupOf(provider.name, found);
    });
    return [...groupOf('Personas', called), ...found];
  }
  const pick = (refs: readonly ModelRef[]): readonly ModelOption[] =>
    refs.flatMap((ref) => all.find((one) => isSameModel(one.ref, ref)) ?? []);
  const favourites = pick(sources.favourites);
  const recent = pick(sources.recent)
    .filter(({ favourite }) => !favourite)
    .slice(0, MOST_RECENT);
  const few = all.length <= sources.providers.length + 2;
  return [
    ...groupOf('Personas', personas),
    ...groupOf('Favourites', favourites),
    ...(few ? [] : groupOf('Recent', recent)),
    ...byProvider.flatMap(({ provider, models }) => groupOf(provider.name, models)),
  ].map(({ label, options, more }) => ({
    label,
    options: options.map((one) => ({ ...one, key: `${label} ${one.key}` })),
    more,
  }));
}

function groupOf(label: string, options: readonly ModelOption[]): readonly ModelGroup[] {
  if (options.length === 0) return [];
  return [{ label, options: options.slice(0, MOST_SHOWN), more: Math.max(0, options.length - MOST_SHOWN) }];
}

/** A persona as a line: with its own model, or with the first there is, which its chat then replaces by the usual one. */
function personaOption(persona: Persona, all: readonly ModelOption[]): readonly ModelOption[] {
  const { modelRef } = persona;
  const model = modelRef === null ? undefined : all.find(({ ref }) => isSameModel(ref, modelRef));
  const shown = model ?? all[0];
  return shown === undefined ? [] : [{ ...shown, key: `persona ${persona.id}`, favourite: false, persona }];
}

/** A provider's own model, and all that its server listed and still answers. */
function modelsOf(provider: ProviderConfig, sources: ModelSources): readonly ModelOption[] {
  const listed = sources.lists[provider.id]?.models ?? [];
  const own = listed.find(({ id }) => id === provider.model) ?? { id: provider.model };
  const others = listed.filter(({ id, retired }) => id !== provider.model && retired !== true);
  return [own, ...others].map((facts) => {
    const ref = { providerId: provider.id, model: facts.id };
    return {
      key: `${provider.id} ${facts.id}`,
      ref,
      provider,
      facts: provider.kind === 'built-in' ? { id: facts.id } : sources.factsOf(provider, facts),
      favourite: sources.favourites.some((one) => isSameModel(one, ref)),
    };
  });
}

/** Whether a line is who answers now: the persona, or the model as it is where there is none. */
export function answersNow({ persona, ref }: ModelOption, current: ModelRef, chosen: Persona | null): boolean {
  return persona === undefined ? chosen === null && isSameModel(ref, current) : persona.id === chosen?.id;
}

/** Tells of models that a list has no room for, and can be found in its field. */
export function moreModels(count: number, by: 'searching' | 'typing'): string {
  return by === 'searching'
    ? plural(count, ['and one more: search to find it', 'and # more: search to find one'])
    : plural(count, ['and one more: type to find it', 'and # more: type to find one']);
}
