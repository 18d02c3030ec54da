import { hostKind } from '../../domain/host-kind';
import { costOf, type ModelPrice } from '../../domain/model-facts';
import type { ProviderConfig } from '../../domain/provider-config';
import { dollars } from '../models/describe-facts';

/** About what requests cost that take so many tokens, in words. */
export function describeCost(
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
  { kind, baseUrl }: Pick<ProviderConfig, 'kind' | 'baseUrl'>,
  price: ModelPrice | undefined,
): string {
  const isOwn = kind === 'built-in' || (URL.canParse(baseUrl) && hostKind(baseUrl) !== 'public');
  // A gateway near by may lead to what costs.
  if (isOwn && price === undefined) return 'Nothing: the model runs on a machine of yours.';
  const cost = costOf({ inputTokens, outputTokens }, price);
  if (cost === null) return 'The price of this model is not known.';
  return cost === 0 ? 'Nothing, by its list price.' : `≈ ${dollars(cost)} at list prices, without thoughts`;
}
