/** What shows nothing inside a word: soft hyphens, zero-width spaces and their like. */
const UNSEEN = /[\p{M}\u00ad\u200b\u2060\ufeff]+/gu;

/**
 * Text as a find compares it: without case, diacritics and marks that nobody sees, and with one space for any white
 * space. Folding character by character gives the same (`foldWithPlaces`).
 */
export function foldForFind(text: string): string {
  return foldPiece(text).replace(UNEVEN_SPACE, ' ');
}

/** White space that is not one space. */
const UNEVEN_SPACE = /(?:[^\S ]| (?=\s))\s*/g;
/** Anything that folds to more than its lower case. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

function foldPiece(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // The last sigma of a Greek word has a shape of its own.
  return text.normalize('NFKD').replace(UNSEEN, '').toLowerCase().replaceAll('ς', 'σ');
}

/** A folded text and where each of its UTF-16 units comes from; one place more than units, for the end. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly number[];
}

/** The same as `foldForFind`, with the UTF-16 offset in `text` that each unit comes from. */
export function foldWithPlaces(text: string): PlacedText {
  let folded = '';
  let at = 0;
  const places: number[] = [];
  for (const character of text) {
    for (const unit of foldPiece(character)) {
      const isSpace = /\s/.test(unit);
      if (isSpace && folded.endsWith(' ')) continue;
      folded += isSpace ? ' ' : unit;
      for (let rest = unit.length; rest > 0; rest -= 1) places.push(at);
    }
    at += character.length;
  }
  places.push(text.length);
  return { text: folded, places };
}

/** Where a folded query stands in a folded text: offsets of hits that don't overlap. None for an empty query. */
export function hitsIn(text: string, query: string): readonly number[] {
  const hits: number[] = [];
  if (query === '') return hits;
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) hits.push(at);
  return hits;
}

/** How many hits there are. */
export function countHits(text: string, query: string): number {
  let count = 0;
  if (query === '') return count;
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) count += 1;
  return count;
}
