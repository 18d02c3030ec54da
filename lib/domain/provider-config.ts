import type { ProviderId } from './ids';

export type ProviderKind = 'openai' | 'anthropic' | 'openai-compatible' | 'ollama' | 'built-in';

/** A provider as the user set it up. Its key is not here: keys live in a table of their own. */
export interface ProviderConfig {
  readonly id: ProviderId;
  readonly kind: ProviderKind;
  /** The id of the preset it was made from (`provider-presets`), which names its dialect; null: none. */
  readonly preset: string | null;
  /** What the user calls it. */
  readonly name: string;
  /** As `normalizeBaseUrl` gives it: no trailing slash. Empty for `built-in`. */
  readonly baseUrl: string;
  readonly model: string;
  /** An emoji, `icon:<name>`, or a `data:` image URL. */
  readonly avatar: string;
  /** The user confirmed once that plain http to this private host is meant. */
  readonly allowInsecure: boolean;
}

/** The built-in reader: always there, cannot be removed. */
export const BUILT_IN_PROVIDER: ProviderConfig = {
  id: 'built-in' as ProviderId,
  kind: 'built-in',
  preset: null,
  name: 'Reader',
  baseUrl: '',
  model: 'built-in',
  avatar: 'icon:book-open',
  allowInsecure: false,
};

/** Where each kind's API lives unless told otherwise; null where there is no such place. */
export const DEFAULT_BASE_URL = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  'openai-compatible': null,
  ollama: 'http://localhost:11434',
  'built-in': null,
} as const satisfies Record<ProviderKind, string | null>;

/** Host and port of a base URL, as it is shown to people. */
export function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host;
}

/**
 * The match pattern that asks for a base URL's host in `permissions.request`. It has no port: in Firefox a pattern with
 * one is taken but matches nothing (seen in ESR 153), and without one every port matches in both browsers.
 */
export function originPattern(baseUrl: string): string {
  const { protocol, hostname } = new URL(baseUrl);
  return `${protocol}//${hostname}/*`;
}
