import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const LABEL = String.raw`\[\^(?!b\d{1,6}\])([^\s[\]^]{1,40})\]`;
const DEFINITION = new RegExp(`^${LABEL}:[ \\t]*`, 'i');
const REFERENCE = new RegExp(LABEL, 'iy');
/** Such a label is one whether or not the note has come: the notes mostly stand at an answer's end. */
const NUMBER = /^\d{1,3}$/;

/** Columns by which the lines of a footnote are indented, after the first. */
const INDENT = 4;

/**
 * Teaches the parser footnotes: a token `footnote_reference` for `[^1]`, and `footnote_open` and `footnote_close` round
 * the blocks of `[^1]: …`. Their labels stand in the tokens' meta; `[^b12]` is a citation.
 */
export function useFootnotes(parser: MarkdownIt): void {
  parser.inline.ruler.before('link', 'footnote_reference', readReference);
  parser.block.ruler.before('reference', 'footnote', readDefinition, { alt: ['paragraph', 'reference'] });
}

/** The key of a footnote among the link definitions: it starts with a space, as no link's does. */
export function footnoteKey(label: string): string {
  return ` ^${label.toLowerCase()}`;
}

function readReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const label = REFERENCE.exec(state.src)?.[1];
  if (label === undefined || REFERENCE.lastIndex > state.posMax || state.src[REFERENCE.lastIndex] === '(')
    return false;
  const end = REFERENCE.lastIndex;
  const defined = state.env.references?.[footnoteKey(label)] !== undefined;
  if (!defined && !NUMBER.test(label)) return false;
  if (!silent) state.push('footnote_reference', '', 0).meta = { label, defined };
  state.pos = end;
  return true;
}

function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const opening = DEFINITION.exec(state.src.slice(start, state.eMarks[startLine]));
  const label = opening?.[1];
  if (opening === null || label === undefined) return false;
  if (silent) return true;
  const references = (state.env.references ??= {});
  references[footnoteKey(label)] ??= { href: '', title: '' };
  const open = state.push('footnote_open', '', 1);
  open.meta = { label: footnoteKey(label), name: label };
  const map: [number, number] = [startLine, endLine];
  open.map = map;
  readBlocks(state, startLine, endLine, start + opening[0].length);
  map[1] = state.line;
  state.push('footnote_close', '', -1);
  return true;
}

/** Reads the blocks of a footnote whose first one begins at `from` in its first line. */
function readBlocks(state: StateBlock, startLine: number, endLine: number, from: number): void {
  const { blkIndent, parentType, tight } = state;
  const bMark = state.bMarks[startLine] ?? 0;
  const tShift = state.tShift[startLine] ?? 0;
  const sCount = state.sCount[startLine] ?? 0;
  state.bMarks[startLine] = from;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = blkIndent + INDENT;
  state.blkIndent = blkIndent + INDENT;
  state.tight = false;
  state.parentType = 'root';
  if (from < (state.eMarks[startLine] ?? 0)) state.md.block.tokenize(state, startLine, endLine);
  else state.line = startLine + 1;
  state.bMarks[startLine] = bMark;
  state.tShift[startLine] = tShift;
  state.sCount[startLine] = sCount;
  state.blkIndent = blkIndent;
  state.tight = tight;
  state.parentType = parentType;
}
