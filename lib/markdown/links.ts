const OPENABLE = new Set(['http:', 'https:', 'mailto:']);

/** The destination as an absolute URL when it may be opened (http, https, mailto with all their parts), else null. */
export function openableHref(destination: string): string | null {
  if (!URL.canParse(destination)) return null;
  const url = new URL(destination);
  return OPENABLE.has(url.protocol) ? url.href : null;
}

/** Where an openable href really goes: its host (punycode, no user name), or for mailto the address. */
export function hostOf(href: string): string {
  const url = new URL(href);
  return url.protocol === 'mailto:' ? url.pathname : url.host;
}
