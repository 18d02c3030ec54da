import { joinFacts, type ModelList } from '../model-facts';
import type { ProviderConfig } from '../provider-config';
import { knownFacts, type KnownModels } from './known-facts';

/**
 * Tokens that question and answer may take together with a model: as its server listed it, else as is known otherwise;
 * undefined where neither says.
 */
export function contextTokensOf(
  provider: ProviderConfig,
  model: string,
  { list, known }: { readonly list: ModelList | undefined; readonly known: KnownModels },
): number | undefined {
  const listed = list?.models.find(({ id }) => id === model) ?? { id: model };
  const { contextTokens } = joinFacts(listed, knownFacts(known, provider, model));
  return contextTokens !== undefined && contextTokens > 0 ? contextTokens : undefined;
}
