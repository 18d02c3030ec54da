/** Where a code span that starts at `at` with a run of back-ticks ends, or -1 where it has no end yet. */
export function codeSpanEnd(source: string, at: number): number {
  const inside = runEnd(source, at);
  for (let next = source.indexOf('`', inside); next !== -1;) {
    const end = runEnd(source, next);
    if (end - next === inside - at) return end;
    next = source.indexOf('`', end);
  }
  return -1;
}

/** Where the run of equal signs at `at` ends. */
export function runEnd(source: string, at: number): number {
  let end = at;
  while (source[end] === source[at] && end < source.length) end++;
  return end;
}

const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+)>/iy;
const AUTOLINK_BEGUN =
  /<(?:[a-z][a-z0-9+.-]{0,31}(?::[^\s<>]*)?|[a-z0-9.!#$%&'*+/=?^_`{|}~-]*(?:@[a-z0-9.-]*)?)$/iy;

/** Where an address in angle brackets that starts at `at` ends; -1 where none does. */
export function autolinkEnd(source: string, at: number): number {
  AUTOLINK.lastIndex = at;
  return AUTOLINK.test(source) ? AUTOLINK.lastIndex : -1;
}

/** Whether all from `at` on may be the beginning of an address in angle brackets. */
export function beginsAutolink(source: string, at: number): boolean {
  AUTOLINK_BEGUN.lastIndex = at;
  return AUTOLINK_BEGUN.test(source);
}
