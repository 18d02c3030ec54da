import type { MarkdownIt, StateInline } from 'markdown-it';

/** What a tag's words may be long, in UTF-16 units; so far its end is waited for. */
export const LONGEST_TAG = 160;

const TAG = /<(sub|sup|kbd)>/iy;
const BREAK = /<br[ \t]*\/?>\n?/iy;
const BREAK_BEGUN = /<br[ \t]*\/?$/iy;

/** A pair of tags with its words, or a line break (whose words are null). */
export interface SimpleTag {
  readonly name: string;
  readonly words: { readonly from: number; readonly to: number } | null;
  readonly end: number;
}

/**
 * Reads one of the few HTML tags that are understood, since models write them where Markdown has nothing: `<br>` (in a
 * table's cell there is no other line break), `<sub>`, `<sup>` and `<kbd>`, without attributes, each with its end. They
 * become nodes of our own; all other HTML is text. `open`: its end may still come.
 */
export function findSimpleTag(source: string, at: number): SimpleTag | 'open' | null {
  BREAK.lastIndex = at;
  if (BREAK.test(source)) return { name: 'br', words: null, end: BREAK.lastIndex };
  BREAK_BEGUN.lastIndex = at;
  if (BREAK_BEGUN.test(source)) return 'open';
  TAG.lastIndex = at;
  const name = TAG.exec(source)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const from = at + name.length + 2;
  const rest = source.slice(from, from + LONGEST_TAG + name.length + 3);
  const close = rest.toLowerCase().indexOf(`</${name}>`);
  if (close > 0) return { name, words: { from, to: from + close }, end: from + close + name.length + 3 };
  return close === -1 && source.length - from <= LONGEST_TAG ? 'open' : null;
}

/** Teaches the parser these tags: tokens `simple_open` and `simple_close` by their tag, and `hardbreak`. */
export function useSimpleTags(parser: MarkdownIt): void {
  parser.inline.ruler.before('autolink', 'simple_tags', readTag);
}

function readTag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  const tag = findSimpleTag(state.src, state.pos);
  if (tag === null || tag === 'open' || tag.end > state.posMax) return false;
  if (!silent) {
    if (tag.words === null) state.push('hardbreak', 'br', 0);
    else readWords(state, tag.name, tag.words);
  }
  state.pos = tag.end;
  return true;
}

function readWords(state: StateInline, name: string, words: { readonly from: number; readonly to: number }): void {
  const { posMax } = state;
  state.push('simple_open', name, 1);
  state.pos = words.from;
  state.posMax = words.to;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
  state.push('simple_close', name, -1);
}
