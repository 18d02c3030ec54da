import { hostKind } from '../host-kind';
import type { ModelList, ModelPrice } from '../model-facts';
import { isOnDevice, type ProviderConfig } from '../provider-config';
import { NO_PRICE } from '../spending/spent';
import { findKnown } from './known-facts';
import prices from './known-prices.json';

/**
 * What a model costs: as its server listed it, else as is known otherwise, else nothing where it runs on a machine of the
 * user's own; undefined where nobody says. A gateway near by to what costs elsewhere is not free.
 */
export function priceOf(
  provider: Pick<ProviderConfig, 'kind' | 'preset' | 'baseUrl'>,
  model: string,
  list: ModelList | undefined,
): ModelPrice | undefined {
  if (isOnDevice(provider)) return NO_PRICE;
  const listed = list?.models.find(({ id }) => id === model)?.price;
  if (listed !== undefined) return listed;
  const known = findKnown<readonly number[]>(prices, provider, model);
  if (known === undefined) return hostKind(provider.baseUrl) === 'public' ? undefined : NO_PRICE;
  const [input = 0, output = 0, read = 0, write = 0] = known;
  // Zero stands for a price that is not set.
  return { input, output, ...(read > 0 && { cacheRead: read }), ...(write > 0 && { cacheWrite: write }) };
}
