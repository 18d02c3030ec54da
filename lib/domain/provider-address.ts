import { hostKind } from './host-kind';
import { DEFAULT_BASE_URL, hostOf, isOnDevice, type ProviderConfig, type ProviderKind } from './provider-config';
import { PROVIDER_PRESETS } from './provider-presets';

/** A usable address, or a plain sentence about what is wrong with the one typed. */
export type BaseUrlResult =
  { readonly ok: true; readonly baseUrl: string } | { readonly ok: false; readonly problem: string };

/**
 * Turns what a person typed or pasted into the base URL that the kind's SDK expects. A missing scheme becomes http on
 * this machine and https elsewhere; endpoint paths pasted from a documentation page are cut off; `/v1` is added for
 * the OpenAI kinds where there is no path and removed for Anthropic and Ollama, whose paths are added later. Empty text gives the default.
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
  if (kind === 'ollama') return path.replace(/\/(api|v1)(\/(chat|generate|tags|show))?$/, '');
  if (path !== '') return path;
  return PROVIDER_PRESETS.some(({ baseUrl }) => baseUrl === origin) ? '' : '/v1';
}

/** Whether the configured host is known to answer nobody without a key: the two official ones and some presets'. */
export function needsKey(config: Pick<ProviderConfig, 'kind' | 'preset' | 'baseUrl'>): boolean {
  if (isOnDevice(config) || config.kind === 'ollama') return false;
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
