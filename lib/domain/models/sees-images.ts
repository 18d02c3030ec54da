import type { ModelList } from '../model-facts';
import type { ProviderConfig } from '../provider-config';
import { findKnown } from './known-facts';
import sightless from './known-sightless.json';

/** Whether a model sees pictures: as its server listed it, else false where it is known not to; undefined: who knows. */
export function seesImages(
  provider: Pick<ProviderConfig, 'kind' | 'preset'>,
  model: string,
  list: ModelList | undefined,
): boolean | undefined {
  const listed = list?.models.find(({ id }) => id === model)?.seesImages;
  return listed ?? findKnown<boolean>(sightless, provider, model);
}
