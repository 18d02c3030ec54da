import { estimateTokens } from '../../lib/domain/budget';
import { hostKind } from '../../lib/domain/host-kind';
import { priceOf } from '../../lib/domain/models/price-of';
import { isOnDevice, type ProviderConfig } from '../../lib/domain/provider-config';
import { createBill } from '../../lib/engine/spending/bill';
import type { Spending } from '../../lib/engine/spending/spending';
import type { NetworkProviderOptions } from '../../lib/providers/create-network-provider';
import { TEST_QUESTION, testConnection } from '../../lib/providers/test-connection';
import { modelListsItem } from '../../lib/storage/settings';

/** A test of a connection is over by then, whatever the server does. */
export const TEST_LIMIT_MS = 60_000;

/** Longer, for a server that has to load its model first. */
const LOADING_LIMIT_MS = 180_000;

/** Tries a configuration with its secrets, and counts what that costs where a model has to be asked. */
export async function testProvider(
  config: ProviderConfig,
  secrets: Pick<NetworkProviderOptions, 'key' | 'headers' | 'query'>,
  spending: Spending,
): ReturnType<typeof testConnection> {
  // A server near by may list a model that it cannot load, and asking costs nothing there.
  const askModel = !isOnDevice(config) && hostKind(config.baseUrl) !== 'public';
  const lists = await modelListsItem.getValue();
  const { id: providerId, name, model } = config;
  const billed = {
    modelRef: { providerId, model },
    provider: name,
    price: priceOf(config, model, lists[config.id]),
  };
  // Somebody who tests a connection has asked for it in this click.
  const bill = createBill(spending, true);
  try {
    return await testConnection(
      {
        ...secrets,
        config,
        askModel,
        meter: (ask) => bill.ask(billed, ask, () => estimateTokens(TEST_QUESTION)),
      },
      AbortSignal.timeout(askModel ? LOADING_LIMIT_MS : TEST_LIMIT_MS),
    );
  } finally {
    await bill.close();
  }
}
