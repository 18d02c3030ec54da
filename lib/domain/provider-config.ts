import type { ProviderId } from './ids';

export type ProviderKind = 'openai' | 'anthropic' | 'openai-compatible' | 'ollama' | 'browser' | 'built-in';

/** Those that are asked over a network. */
export type NetworkKind = Exclude<ProviderKind, 'browser' | 'built-in'>;

/** A provider as the user set it up. Its key is not here: keys live in a table of their own. */
export interface ProviderConfig {
  readonly id: ProviderId;
  readonly kind: ProviderKind;
  /** The id of the preset it was made from (`provider-presets`), which names its dialect; null: none. */
  readonly preset: string | null;
  /** What the user calls it. */
  readonly name: string;
  /** As `normalizeBaseUrl` gives it: no trailing slash. Empty for those on this device. */
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
  // Asked for anew each time: the language may be chosen while the background runs.
  get name() {
    return 'Reader';
  },
  baseUrl: '',
  model: 'built-in',
  avatar: 'icon:book-open',
  allowInsecure: false,
};

/** The browser's own model, where there is one and its user wants it. */
export const BROWSER_MODEL: ProviderConfig = {
  ...BUILT_IN_PROVIDER,
  id: 'browser-model' as ProviderId,
  kind: 'browser',
  get name() {
    return 'Browser model';
  },
  model: 'browser-model',
  avatar: 'icon:bot',
};

/** Whether a provider answers on this device, within the browser: no host, no key. */
export function isOnDevice({ kind }: Pick<ProviderConfig, 'kind'>): boolean {
  return kind === 'built-in' || kind === 'browser';
}

/** Where each kind's API lives unless told otherwise; null where there is no such place. */
export const DEFAULT_BASE_URL = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  'openai-compatible': null,
  ollama: 'http://localhost:11434',
  browser: null,
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
