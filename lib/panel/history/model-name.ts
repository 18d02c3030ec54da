import type { ModelRef } from '../../domain/chat';
import type { ProviderConfig } from '../../domain/provider-config';

/** How a model is called where answers are looked for by it: by its own name, the built-in reader by its provider's. */
export function modelName({ providerId, model }: ModelRef, providers: readonly ProviderConfig[]): string {
  const provider = providers.find(({ id }) => id === providerId);
  if (provider?.kind === 'built-in') return provider.name;
  return provider === undefined || provider.name === model ? model : `${model} (${provider.name})`;
}
