import type { ModelRef } from '../../domain/chat';
import type { ProviderConfig } from '../../domain/provider-config';

/** The provider and model that the next question goes to. */
export interface ModelInUse {
  readonly provider: ProviderConfig;
  readonly ref: ModelRef;
}

/**
 * The first wanted model whose provider is still set up, else the first provider's own. `isOffered` says whether a
 * provider has a model beside the one it is set up with; a name that no server knows is not kept, so that one mended in
 * the settings counts for chats that met the wrong one.
 */
export function modelInUse(
  wanted: readonly (ModelRef | null)[],
  providers: readonly ProviderConfig[],
  isOffered: (ref: ModelRef) => boolean = () => false,
): ModelInUse {
  const found = wanted.find((ref) => providers.some(({ id }) => id === ref?.providerId)) ?? null;
  const provider = providers.find(({ id }) => id === found?.providerId) ?? providers[0];
  if (provider === undefined) throw new Error('The built-in reader is always among the providers.');
  const ref = found !== null && isOffered(found) ? found : { providerId: provider.id, model: provider.model };
  return { provider, ref };
}
