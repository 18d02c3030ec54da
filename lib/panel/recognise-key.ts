import { PROVIDER_CHOICES, type ProviderChoice } from './provider-choices';

/** The service whose keys have the form of what was typed; null: none is known, or more than one. */
export function recogniseKey(typed: string): ProviderChoice | null {
  const text = typed.trim();
  const [found, ...others] = PROVIDER_CHOICES.filter(({ keyForm }) => keyForm?.test(text));
  return found !== undefined && others.length === 0 ? found : null;
}
