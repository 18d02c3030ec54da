/** How far the part of a link behind its text has come. */
export type LinkTarget =
  | { readonly state: 'complete'; /** Position behind it. */ readonly end: number }
  /** The source ends in the middle of it. */
  | { readonly state: 'begun' }
  /** It can't become a link's target any more. */
  | { readonly state: 'none' };

const BEGUN: LinkTarget = { state: 'begun' };
const NONE: LinkTarget = { state: 'none' };

/** Brackets in an address may nest this deep (markdown-it's own limit). */
const MAX_NESTING = 32;
/** Longest label of a reference that is waited for. */
const MAX_LABEL = 100;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };

/** Reads `(address "title")` whose bracket opens at `at` (CommonMark 6.3). */
export function readInlineTarget(source: string, at: number): LinkTarget {
  const from = skipSpace(source, at + 1);
  const addressEnd = source[from] === '<' ? angledEnd(source, from) : plainEnd(source, from);
  if (addressEnd === null) return NONE;
  const next = skipSpace(source, addressEnd);
  if (next >= source.length) return BEGUN;
  if (source[next] === ')') return { state: 'complete', end: next + 1 };
  const closing = next > addressEnd ? CLOSING[source[next] ?? ''] : undefined;
  if (closing === undefined) return NONE;
  const titleEnd = quotedEnd(source, next, closing);
  if (titleEnd === null) return NONE;
  const last = skipSpace(source, titleEnd);
  if (last >= source.length) return BEGUN;
  return source[last] === ')' ? { state: 'complete', end: last + 1 } : NONE;
}

/** Reads `[label]` (or `[]`) whose bracket opens at `at`. */
export function readLabelTarget(source: string, at: number): LinkTarget {
  for (let end = at + 1; end < source.length; end++) {
    const sign = source[end];
    if (sign === ']') return { state: 'complete', end: end + 1 };
    if (sign === '[' || sign === '\n' || end - at > MAX_LABEL) return NONE;
    if (sign === '\\') end++;
  }
  return BEGUN;
}

/** Whether an address that begins like this may still become one that can be opened. */
export function mayBecomeOpenable(source: string, at: number): boolean {
  const begun = source
    .slice(skipSpace(source, at + 1))
    .replace(/^</, '')
    .toLowerCase();
  return ['https://', 'http://', 'mailto:'].some((start) => start.startsWith(begun) || begun.startsWith(start));
}

function skipSpace(source: string, from: number): number {
  let at = from;
  while (/[ \t\n]/.test(source[at] ?? '')) at++;
  return at;
}

function angledEnd(source: string, from: number): number | null {
  for (let at = from + 1; at < source.length; at++) {
    const sign = source[at];
    if (sign === '>') return at + 1;
    if (sign === '<' || sign === '\n') return null;
    if (sign === '\\') at++;
  }
  return source.length;
}

function plainEnd(source: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const sign = source[at] ?? '';
    if (sign <= ' ' || sign === '\u007f') return at;
    if (sign === '\\' && source[at + 1] !== ' ') at++;
    else if (sign === '(' && ++depth > MAX_NESTING) return null;
    else if (sign === ')' && --depth < 0) return at;
  }
  return source.length;
}

function quotedEnd(source: string, from: number, closing: string): number | null {
  for (let at = from + 1; at < source.length; at++) {
    const sign = source[at];
    if (sign === closing) return at + 1;
    if (sign === '(' && closing === ')') return null;
    if (sign === '\\') at++;
  }
  return source.length;
}
