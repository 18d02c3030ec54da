import { DEFAULT_BASE_URL, type ProviderKind } from '../domain/provider-config';
import { PROVIDER_PRESETS } from '../domain/provider-presets';

/** One line of the field "Provider". */
export interface ProviderChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: Exclude<ProviderKind, 'built-in'>;
  readonly preset: string | null;
  readonly baseUrl: string;
}

/** All lines of the field "Provider", in their order. */
export const PROVIDER_CHOICES: readonly ProviderChoice[] = [
  { id: 'openai', name: 'OpenAI', kind: 'openai', preset: null, baseUrl: DEFAULT_BASE_URL.openai },
  { id: 'anthropic', name: 'Anthropic', kind: 'anthropic', preset: null, baseUrl: DEFAULT_BASE_URL.anthropic },
  { id: 'openai-compatible', name: 'OpenAI-compatible', kind: 'openai-compatible', preset: null, baseUrl: '' },
  ...PROVIDER_PRESETS.map(({ id, name, baseUrl }) => ({
    id,
    name,
    kind: 'openai-compatible' as const,
    preset: id,
    baseUrl,
  })),
];

/** What a new form starts with. */
export function firstChoice(): ProviderChoice {
  const [first] = PROVIDER_CHOICES;
  if (first === undefined) throw new Error('There is always a provider to choose.');
  return first;
}
