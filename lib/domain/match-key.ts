const DROPPED = /[\s|\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E0FFF}]+/gu;

/**
 * What is left of a text for comparing it with a page: no white space, no cell separators, nothing unseen, lower
 * case, plain quotation marks and dashes. The key of a text is the keys of its characters in a row.
 */
export function matchKey(text: string): string {
  return (
    text
      .replace(DROPPED, '')
      .replace(/[‘’‚‛′]/g, "'")
      .replace(/[“”„‟″«»]/g, '"')
      .replace(/[‐‑‒–—―−]/g, '-')
      .replaceAll('…', '...')
      .toLowerCase()
      // The one letter whose lower case depends on its neighbours.
      .replaceAll('ς', 'σ')
  );
}
