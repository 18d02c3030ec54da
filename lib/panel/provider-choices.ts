import { DEFAULT_BASE_URL, type NetworkKind } from '../domain/provider-config';
import { PROVIDER_PRESETS } from '../domain/provider-presets';

/** One line of the field "Provider". */
export interface ProviderChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: NetworkKind;
  readonly preset: string | null;
  readonly baseUrl: string;
  /** How a key begins; null where that is not known. */
  readonly keyHint: string | null;
  /** What only a key of this service looks like; null where that is not known. */
  readonly keyForm: RegExp | null;
  /** Where a person gets a key, or learns to start the server; null where nobody knows. */
  readonly docs: string | null;
}

/** All lines of the field "Provider", in their order. */
export const PROVIDER_CHOICES: readonly ProviderChoice[] = [
  {
    id: 'openai',
    name: 'OpenAI',
    kind: 'openai',
    preset: null,
    baseUrl: DEFAULT_BASE_URL.openai,
    keyHint: 'sk-',
    keyForm: /^sk-(?:(?:proj|svcacct|admin|None)-[\w-]{16,}|\w{20}T3BlbkFJ\w{20})$/,
    docs: 'https://platform.openai.com/api-keys',
  },
  {
    id: 'anthropic',
    name: 'Anthropic',
    kind: 'anthropic',
    preset: null,
    baseUrl: DEFAULT_BASE_URL.anthropic,
    keyHint: 'sk-ant-',
    keyForm: /^sk-ant-[\w-]{16,}$/,
    docs: 'https://console.anthropic.com/settings/keys',
  },
  {
    id: 'openai-compatible',
    name: 'OpenAI-compatible',
    kind: 'openai-compatible',
    preset: null,
    baseUrl: '',
    keyHint: null,
    keyForm: null,
    docs: null,
  },
  {
    id: 'ollama',
    name: 'Ollama',
    kind: 'ollama',
    preset: null,
    baseUrl: DEFAULT_BASE_URL.ollama,
    keyHint: null,
    keyForm: null,
    docs: 'https://docs.ollama.com/quickstart',
  },
  ...PROVIDER_PRESETS.map(({ id, name, baseUrl, keyHint = null, keyForm = null, docs }) => ({
    id,
    name,
    kind: 'openai-compatible' as const,
    preset: id,
    baseUrl,
    keyHint,
    keyForm,
    docs,
  })),
];

/** What a new form starts with. */
export function firstChoice(): ProviderChoice {
  const [first] = PROVIDER_CHOICES;
  if (first === undefined) throw new Error('There is always a provider to choose.');
  return first;
}
