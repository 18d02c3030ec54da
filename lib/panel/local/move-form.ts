import type { ProviderConfig } from '../../domain/provider-config';
import type { ProviderForm } from '../provider-form.svelte';

/** Lets a form go on with a server that was found: of its kind, at its address. */
export function moveForm(
  form: Pick<ProviderForm, 'choice' | 'choose' | 'baseUrl' | 'noteAddress'>,
  { kind, preset, baseUrl }: Pick<ProviderConfig, 'kind' | 'preset' | 'baseUrl'>,
): void {
  if (kind !== form.choice.kind || preset !== form.choice.preset) form.choose(preset ?? kind);
  form.baseUrl = baseUrl;
  form.noteAddress();
}
