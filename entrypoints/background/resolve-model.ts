import type { ModelRef } from '../../lib/domain/chat';
import { ChatFailure } from '../../lib/domain/errors';
import { hostKind } from '../../lib/domain/host-kind';
import { contextTokensOf } from '../../lib/domain/models/context-tokens';
import { priceOf } from '../../lib/domain/models/price-of';
import { seesImages } from '../../lib/domain/models/sees-images';
import type { ProviderId } from '../../lib/domain/ids';
import { BUILT_IN_PROVIDER, hostOf, isOnDevice, type ProviderConfig } from '../../lib/domain/provider-config';
import { NO_PRICE } from '../../lib/domain/spending/spent';
import type { ResolvedModel } from '../../lib/engine/answer-events';
import { languageModel } from '../../lib/platform/language-model';
import { createBrowserProvider } from '../../lib/providers/browser-model/browser-provider';
import { createBuiltInReader } from '../../lib/providers/built-in/built-in-reader';
import { createNetworkProvider } from '../../lib/providers/create-network-provider';
import type { KeyStore } from '../../lib/storage/key-store';
import { modelListsItem, providersItem, timeLimitsItem } from '../../lib/storage/settings';

/** The models that can be asked. */
export interface Models {
  /** Finds the provider of a model among those set up, with its key. Rejects with `no-provider` where it is gone. */
  readonly resolveModel: (modelRef: ModelRef) => Promise<ResolvedModel>;
  /** The name that its answers carry, as far as that is known without a look; undefined: not yet. */
  readonly nameOf: (modelRef: ModelRef) => string | undefined;
}

/** Makes the models over what is stored, which is read for every question anew: only names are kept. */
export function createModels(keys: KeyStore): Models {
  let names: ReadonlyMap<ProviderId, string> = new Map();
  const take = (providers: readonly ProviderConfig[]) =>
    (names = new Map(providers.map(({ id, name }) => [id, name])));
  providersItem.watch(take);
  void providersItem.getValue().then(take, console.error);

  const builtIn: ResolvedModel = {
    provider: createBuiltInReader(),
    assistantName: BUILT_IN_PROVIDER.name,
    host: null,
    // It reads pages whole.
    contextTokens: Number.MAX_SAFE_INTEGER,
    price: NO_PRICE,
    seesImages: false,
  };
  const resolveModel: Models['resolveModel'] = async ({ providerId, model }) => {
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
      return { provider, assistantName: config.name, host: null, contextTokens, price, seesImages: false };
    }
    const sees = seesImages(config, model, lists[config.id]);
    const { key, ...extras } = (await credentials) ?? { key: null };
    const patience = hostKind(config.baseUrl) === 'public' ? stallMs : localStallMs;
    return {
      provider: createNetworkProvider({
        ...extras,
        config,
        key,
        stallMs: patience,
        seesImages: sees,
      }),
      assistantName: config.name,
      host: await host,
      contextTokens,
      price,
      seesImages: sees,
    };
  };
  return {
    resolveModel,
    nameOf: ({ providerId }) =>
      providerId === BUILT_IN_PROVIDER.id ? BUILT_IN_PROVIDER.name : names.get(providerId),
  };
}
