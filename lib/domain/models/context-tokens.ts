import type { ModelList } from '../model-facts';
import type { ProviderConfig } from '../provider-config';
import contexts from './known-contexts.json';
import { findKnown } from './known-facts';

/**
 * Tokens that question and answer may take together with a model: as its server listed it, else as is known otherwise;
 * undefined where neither says.
 */
export function contextTokensOf(
  provider: ProviderConfig,
  model: string,
  list: ModelList | undefined,
): number | undefined {
  const listed = list?.models.find(({ id }) => id === model)?.contextTokens;
  const tokens = listed ?? findKnown<number>(contexts, provider, model);
  return tokens !== undefined && tokens > 0 ? tokens : undefined;
}
