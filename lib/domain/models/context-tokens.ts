import type { ModelList } from '../model-facts';
import { filledContext } from '../model-budget';
import type { ProviderConfig } from '../provider-config';
import contexts from './known-contexts.json';
import { findKnown } from './known-facts';

/**
 * Tokens that question and answer may take together with a model: as its server listed it, else as is known otherwise;
 * undefined where neither says. Of a local server's model no more than is filled.
 */
export function contextTokensOf(
  provider: ProviderConfig,
  model: string,
  list: ModelList | undefined,
): number | undefined {
  const listed = list?.models.find(({ id }) => id === model)?.contextTokens;
  const tokens = listed ?? findKnown<number>(contexts, provider, model);
  return filledContext(provider, tokens !== undefined && tokens > 0 ? tokens : undefined);
}
