import { hostKind } from './host-kind';
import type { ProviderId } from './ids';
import { PROVIDER_PRESETS } from './provider-presets';

export type ProviderKind = 'openai' | 'anthropic' | 'openai-compatible' | 'built-in';

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
  'built-in': null,
} as const satisfies Record<ProviderKind, string | null>;

/** A usable address, or a plain sentence about what is wrong with the one typed. */
export type BaseUrlResult =
  { readonly ok: true; readonly baseUrl: string } | { readonly ok: false; readonly problem: string };

/**
 * Turns what a person typed or pasted into the base URL that the kind's SDK expects. A missing scheme becomes http on
 * this machine and https elsewhere; endpoint paths pasted from a documentation page are cut off; `/v1` is added for
 * the OpenAI kinds where there is no path and removed for Anthropic, whose SDK adds it. Empty text gives the default.
 */
export function normalizeBaseUrl(kind: ProviderKind, text: string): BaseUrlResult {
  const typed = text.trim();
  if (typed === '') {
    const fallback = DEFAULT_BASE_URL[kind];
    if (fallback !== null) return { ok: true, baseUrl: fallback };
    return problem('Enter the address of the server, for example http://localhost:11434/v1.');
  }
  const url = parseTyped(typed);
  if (!url) return problem('This is not a web address. One looks like https://api.example.com/v1.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return problem('Only addresses that begin with https:// or http:// work here.');
  }
  if (url.username !== '' || url.password !== '') {
    return problem('Take the user name and password out of the address; a key goes into the field "API key".');
  }
  if (url.search !== '') return problem('Leave out the question mark and everything after it.');
  // Servers print 0.0.0.0 as the address they listen on; browsers don't connect to it.
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  if (url.hostname.startsWith('your-resource.')) {
    return problem('Put the name of your own resource in the place of “your-resource”.');
  }
  return { ok: true, baseUrl: url.origin + normalizePath(kind, url) };
}

function problem(text: string): BaseUrlResult {
  return { ok: false, problem: text };
}

function parseTyped(typed: string): URL | null {
  if (/\s/.test(typed)) return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const guess = hasScheme ? typed : `http://${typed}`;
  if (!URL.canParse(guess)) return null;
  const url = new URL(guess);
  if (hasScheme || url.hostname === '0.0.0.0' || hostKind(url) === 'loopback') return url;
  return new URL(`https://${typed}`);
}

const ENDPOINT = /\/(chat\/completions|completions|responses|messages|models)$/;

function normalizePath(kind: ProviderKind, { origin, pathname }: URL): string {
  const path = pathname.replace(/\/+$/, '').replace(ENDPOINT, '').replace(/\/+$/, '');
  if (kind === 'anthropic') return path.replace(/\/v1$/, '');
  if (path !== '') return path;
  return PROVIDER_PRESETS.some(({ baseUrl }) => baseUrl === origin) ? '' : '/v1';
}

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

/** Whether the configured host is known to answer nobody without a key: the two official ones and some presets'. */
export function needsKey(config: Pick<ProviderConfig, 'kind' | 'preset' | 'baseUrl'>): boolean {
  if (config.kind === 'built-in') return false;
  const host = hostOf(config.baseUrl);
  const official = DEFAULT_BASE_URL[config.kind];
  if (official !== null) return host === hostOf(official);
  return PROVIDER_PRESETS.some((preset) => preset.needsKey && isHostOf(preset.baseUrl, host));
}

/** Whether a host is a preset's; each person has another in the place of `your-resource`. */
function isHostOf(baseUrl: string, host: string): boolean {
  const known = hostOf(baseUrl);
  return known === host || (known.startsWith('your-resource.') && host.endsWith(known.slice(13)));
}
