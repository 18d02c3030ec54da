import { withoutHidden } from '../domain/hidden-characters';
import { hostOf } from './links';

/** A name this long can hide its end, which is what counts. */
const LONG_HOST = 50;
/** Longer texts are not read: the host is shown. */
const LONG_TEXT = 500;
/** Ends of file names that no domain ends in. */
const FILE_NAME =
  /\.(?:[cm]?[jt]sx?|json|html?|s?css|xml|ya?ml|toml|ini|txt|pdf|docx?|xlsx?|pptx?|csv|png|jpe?g|gif|svg|php|java|cpp|hpp|exe|dll|lock|vue|svelte|ipynb|sql|env|log)$/;

/**
 * The host to show beside a link because its text may mislead about it, or null. It may where the text is empty, very
 * long, or names another host, another kind of address or a safer scheme; or where the host is hard to read: behind a
 * user name, in punycode, a bare number, very long. For mailto it is about addresses.
 */
export function hostBesideLink(text: string, href: string): string | null {
  const shown = withoutHidden(text).normalize('NFKC').trim();
  const url = new URL(href);
  const host = hostOf(href);
  if (shown === '' || shown.length > LONG_TEXT) return host;
  const named = namedHosts(shown);
  if (url.protocol === 'mailto:') {
    const isAddress = shown.includes('@') || named.length > 0;
    return isAddress && shown.replace(/^mailto:/i, '') !== host ? host : null;
  }
  if (url.protocol === 'http:' && /https:/i.test(shown)) return `http://${host}`;
  const isSame = (name: string): boolean => withoutWww(name) === withoutWww(host);
  const isAnother = named.some((name) => !isSame(name)) || (named.length === 0 && /\w:\/\//.test(shown));
  return isAnother || isHardToRead(url, named.some(isSame)) ? host : null;
}

function isHardToRead(url: URL, isNamed: boolean): boolean {
  if (url.username !== '' || url.password !== '' || url.host.length > LONG_HOST) return true;
  if (/(?:^|\.)xn--/.test(url.host)) return true;
  return !isNamed && /^(?:\[.*|\d+\.\d+\.\d+\.\d+)$/.test(url.hostname);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}

/** Hosts that a text names, in the spelling of URLs; what looks like one but can't be, as it is. */
function namedHosts(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('\u3002', '.')
    .split(/[^\p{L}\p{M}\p{N}.:_[\]-]+/u)
    .flatMap((word) => (word.startsWith('[') ? [word] : word.split(/:(?!\d)/)))
    .map((word) => word.replaceAll(/^[.:_\]-]+|[.:_[-]+$/g, ''))
    .filter(looksLikeHost)
    .map((word) => (URL.canParse(`https://${word}`) ? new URL(`https://${word}`).host : word));
}

function looksLikeHost(word: string): boolean {
  const name = word.replace(/:\d+$/, '');
  if (/^(?:localhost|\[[0-9a-f:.]+\]|\d+\.\d+\.\d+\.\d+)$/.test(name)) return true;
  const isDotted = /^[^.:]+(?:\.[^.:]+)*\.(?:\p{L}[\p{L}\p{M}]+|xn--[^.:]+)$/u.test(name);
  return isDotted && !FILE_NAME.test(name);
}
