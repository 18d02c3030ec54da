import type { ModelRef } from '../../lib/domain/chat';
import { ChatFailure } from '../../lib/domain/errors';
import { hostKind } from '../../lib/domain/host-kind';
import { contextTokensOf } from '../../lib/domain/models/context-tokens';
import { priceOf } from '../../lib/domain/models/price-of';
import { seesImages } from '../../lib/domain/models/sees-images';
import { BUILT_IN_PROVIDER, hostOf, isOnDevice } from '../../lib/domain/provider-config';
import { NO_PRICE } from '../../lib/domain/spending/spent';
import type { ResolvedModel } from '../../lib/engine/answer-events';
import { languageModel } from '../../lib/platform/language-model';
import { createBrowserProvider } from '../../lib/providers/browser-model/browser-provider';
import { createBuiltInReader } from '../../lib/providers/built-in/built-in-reader';
import { createNetworkProvider } from '../../lib/providers/create-network-provider';
import type { KeyStore } from '../../lib/storage/key-store';
import { modelListsItem, providersItem, timeLimitsItem } from '../../lib/storage/settings';

/** Finds the provider of a model among those set up, with its key. Rejects with `no-provider` where it is gone. */
export function createModelResolver(keys: KeyStore): (modelRef: ModelRef) => Promise<ResolvedModel> {
  const builtIn: ResolvedModel = {
    provider: createBuiltInReader(),
    assistantName: BUILT_IN_PROVIDER.name,
    host: null,
    // It reads pages whole.
    contextTokens: Number.MAX_SAFE_INTEGER,
    price: NO_PRICE,
  };
  return async ({ providerId, model }) => {
    if (providerId === BUILT_IN_PROVIDER.id) return builtIn;
    const configured = providersItem.getValue().then((providers) => providers.find(({ id }) => id === providerId));
    // The key is looked for beside: what is gone, or stays in the browser, has no host and so none.
    const host = configured.then((config) => (config && !isOnDevice(config) ? hostOf(config.baseUrl) : ''));
    const credentials = keys.credentialsFor(providerId, host);
    credentials.catch(() => undefined);
    const [config, { stallMs, localStallMs }, lists] = await Promise.all([
      configured,
      timeLimitsItem.getValue(),
      modelListsItem.getValue(),
    ]);
    if (config === undefined) throw new ChatFailure({ kind: 'no-provider' });
    const contextTokens = contextTokensOf(config, model, lists[config.id]);
    const price = priceOf(config, model, lists[config.id]);
    if (config.kind === 'browser') {
      const provider = createBrowserProvider(languageModel());
      return { provider, assistantName: config.name, host: null, contextTokens, price };
    }
    const { key, ...extras } = (await credentials) ?? { key: null };
    const patience = hostKind(config.baseUrl) === 'public' ? stallMs : localStallMs;
    return {
      provider: createNetworkProvider({
        ...extras,
        config,
        key,
        stallMs: patience,
        seesImages: seesImages(config, model, lists[config.id]),
      }),
      assistantName: config.name,
      host: await host,
      contextTokens,
      price,
    };
  };
}
