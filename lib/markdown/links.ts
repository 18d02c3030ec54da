const OPENABLE = new Set(['http:', 'https:', 'mailto:']);

/** The destination as an absolute URL when it may be opened (http, https, mailto with all their parts), else null. */
export function openableHref(destination: string): string | null {
  if (!URL.canParse(destination)) return null;
  const url = new URL(destination);
  return OPENABLE.has(url.protocol) ? url.href : null;
}

/** Where an openable href really goes: its host (punycode, no user name), or for mailto all the addresses. */
export function hostOf(href: string): string {
  const url = new URL(href);
  return url.protocol === 'mailto:' ? recipients(url).join(', ') : url.host;
}

function recipients(url: URL): readonly string[] {
  const more = [...url.searchParams].filter(([name]) => /^(?:to|cc|bcc)$/i.test(name)).map(([, value]) => value);
  return [decoded(url.pathname), ...more].flatMap((list) => list.split(',')).filter((address) => address !== '');
}

/** Percent-decoded, unless that shows something other than plain ASCII. */
function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    return /^[!-~ ]*$/.test(plain) ? plain : text;
  } catch {
    return text;
  }
}

/** An address in three parts: what really counts, and what stands before and behind it. */
export interface AddressParts {
  readonly before: string;
  readonly host: string;
  readonly after: string;
}

/** Parts an openable href for showing. Joined they are the href, save that an address of mailto is decoded. */
export function addressParts(href: string): AddressParts {
  const url = new URL(href);
  if (url.protocol === 'mailto:') return { before: 'mailto:', host: decoded(url.pathname), after: url.search };
  const start = href.indexOf('//') + 2;
  const path = href.slice(start).search(/[/?#]/);
  const authority = path === -1 ? href.slice(start) : href.slice(start, start + path);
  const user = authority.length - url.host.length;
  return {
    before: href.slice(0, start + user),
    host: url.host,
    after: href.slice(start + authority.length),
  };
}
