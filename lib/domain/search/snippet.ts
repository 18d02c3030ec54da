import { foldForFind, foldWithPlaces, hitsIn } from '../find-text';

/** A stretch of a snippet: as it stands in the text, and whether it is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** UTF-16 units before the first hit, and altogether. */
const BEFORE = 36;
const LENGTH = 160;
/** No more of a text is folded unit by unit, which is dear; it begins so much before the first hit. */
const WINDOW = 640;
const LEAD = 160;
/** Text is folded in steps of so many units to find where a folded place comes from. */
const STEP = 512;

/** The part of a text where the folded terms stand, on one line, with the hits apart. */
export function snippetOf(text: string, terms: readonly string[]): readonly SnippetPart[] {
  const start = windowStart(text, terms[0] ?? '');
  const window = text.slice(start, start + WINDOW);
  const { text: folded, places } = foldWithPlaces(window);
  const hits = terms
    .flatMap((term) => hitsIn(folded, term).map((at) => ({ from: at, to: at + term.length })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const first = hits[0]?.from ?? 0;
  const placeOf = (at: number) => places[at] ?? window.length;
  // Of white space and marks that nobody sees there may be more before it than fits.
  const from = Math.max(placeOf(Math.max(0, first - BEFORE)), placeOf(first) - 2 * BEFORE);
  const begins = wordStart(window, from, placeOf(first));
  const ends = Math.min(window.length, begins + LENGTH);
  const parts: SnippetPart[] = [];
  let at = begins;
  const push = (to: number, isHit: boolean): void => {
    if (to > at) parts.push({ text: oneLine(window.slice(at, to)), isHit });
    at = Math.max(at, to);
  };
  if (start + begins > 0) parts.push({ text: '…', isHit: false });
  for (const hit of hits) {
    const place = placeOf(hit.from);
    if (place < at || place >= ends) continue;
    push(place, false);
    push(Math.min(ends, placeOf(hit.to)), true);
  }
  push(ends, false);
  if (start + ends < text.length) parts.push({ text: '…', isHit: false });
  return parts;
}

/** Where to look for the snippet: a little before the first place where the term stands. */
function windowStart(text: string, term: string): number {
  const whole = foldForFind(text);
  const wanted = whole.indexOf(term);
  let start = wanted;
  if (whole.length !== text.length) {
    let folded = 0;
    for (start = 0; start < text.length;) {
      const end = stepEnd(text, start + STEP);
      const { length } = foldForFind(text.slice(start, end));
      if (folded + length > wanted) {
        start += foldWithPlaces(text.slice(start, end)).places[wanted - folded] ?? 0;
        break;
      }
      folded += length;
      start = end;
    }
  }
  start = Math.max(0, start - LEAD);
  // Not amid a pair.
  return /[\udc00-\udfff]/.test(text.charAt(start)) ? start - 1 : start;
}

/** The next place, if one is near, where text can be parted and folds to the same as in one piece: amid ASCII. */
function stepEnd(text: string, from: number): number {
  const isPlain = (unit: number) => unit > 32 && unit < 127;
  for (let end = from; end < from + STEP; end += 1) {
    if (isPlain(text.charCodeAt(end - 1)) && isPlain(text.charCodeAt(end))) return end;
  }
  return from;
}

/** Goes on to where a word begins, not beyond `most`. */
function wordStart(text: string, from: number, most: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space === -1 || space >= most ? from : space + 1;
}

/** Without line breaks and the marks of Markdown that only disturb here. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/(?:\*\*|__|`{1,3}|~~)/g, '');
}
