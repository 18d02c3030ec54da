/**
 * Characters that show nothing but can carry instructions: tag characters (U+E0000 to U+E007F), bidi controls,
 * zero-width characters, the soft hyphen and the variation selectors that no emoji uses.
 */
const INVISIBLE =
  /[\u{E0000}-\u{E007F}\u{E0100}-\u{E01EF}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u200B\u2060-\u2064\uFEFF\u00AD]/gu;

/** Joiners and variation selectors: one behind a letter or an emoji shapes it (first group), others are a message. */
const SHAPERS =
  /([[\p{L}\p{M}\p{S}\p{N}#*]--[\uFE00-\uFE0F]](?:[\u200C\uFE00-\uFE0E]|\uFE0F?\u200D|\uFE0F)(?![\u200C\u200D\uFE00-\uFE0F]))|[\u200C\u200D\uFE00-\uFE0F]+/gv;

/** Page text as it may go into a prompt: without invisible characters. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '').replace(SHAPERS, '$1');
}
