/**
 * Characters that show nothing but can carry instructions: tag characters (U+E0000 to U+E007F), bidi controls,
 * zero-width characters and the soft hyphen. The zero-width joiners stay between letters and emoji that need them.
 */
const INVISIBLE = /[\u{E0000}-\u{E007F}\u202A-\u202E\u2066-\u2069\u200B\u2060-\u2064\uFEFF\u00AD]/gu;

/** Page text as it may go into a prompt: without invisible characters. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '');
}
