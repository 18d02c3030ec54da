/**
 * An id of 64 bits that some words always give, so that the same thing read twice is known again. It finds what is the
 * same, not forgeries. Source: the mixing of MurmurHash3 (public domain).
 */
export function stableId(...words: readonly string[]): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  const text = JSON.stringify(words);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [two, one].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
