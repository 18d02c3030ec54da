import { foldWithPlaces, hitsIn } from '../find-text';

/** A stretch of a snippet: as it stands in the text, and whether it is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** UTF-16 units before the first hit, and altogether. */
const BEFORE = 36;
const LENGTH = 160;
/** No more of a text is looked through; a hit further on has a snippet from where it was found. */
const WINDOW = 4_000;

/** The part of a text where the folded terms stand, on one line, with the hits apart. `firstAt`: about where the first one is. */
export function snippetOf(text: string, terms: readonly string[], firstAt = 0): readonly SnippetPart[] {
  const start = Math.max(0, firstAt - WINDOW / 2);
  const window = text.slice(start, start + WINDOW);
  const { text: folded, places } = foldWithPlaces(window);
  const hits = terms
    .flatMap((term) => hitsIn(folded, term).map((at) => ({ from: at, to: at + term.length })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const first = hits[0]?.from ?? 0;
  const placeOf = (at: number) => places[at] ?? window.length;
  const begins = wordStart(window, placeOf(Math.max(0, first - BEFORE)), placeOf(first));
  const ends = Math.min(window.length, begins + LENGTH);
  const parts: SnippetPart[] = [];
  let at = begins;
  const push = (to: number, isHit: boolean): void => {
    if (to > at) parts.push({ text: oneLine(window.slice(at, to)), isHit });
    at = Math.max(at, to);
  };
  if (start + begins > 0) parts.push({ text: '…', isHit: false });
  for (const hit of hits) {
    const [from, to] = [placeOf(hit.from), placeOf(hit.to)];
    if (from < at || to > ends) continue;
    push(from, false);
    push(to, true);
  }
  push(ends, false);
  if (start + ends < text.length) parts.push({ text: '…', isHit: false });
  return parts;
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
