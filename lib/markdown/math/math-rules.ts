import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { findMath, isDisplay, MAX_DISPLAY_TEX, mayBeginDisplay } from './find-math';

/** What a formula on its own lines became. */
interface Display {
  readonly tex: string;
  /** False while its closing delimiter may still come. */
  readonly closed: boolean;
  /** The line behind it. */
  readonly line: number;
}

/**
 * Teaches the parser formulas: tokens `math_inline` (its markup tells display from inline) and `math_block` (its meta
 * tells whether it is closed). Where more text may come (`env.open`), a block that may still be closed is one already.
 */
export function useMath(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'math', readInline);
  parser.block.ruler.before('fence', 'math', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function readInline(state: StateInline, silent: boolean): boolean {
  const found = findMath(state.src, state.pos);
  if (found === null || found === 'open' || found.end > state.posMax) return false;
  if (!silent) {
    const token = state.push('math_inline', '', 0);
    token.content = found.tex;
    token.meta = { display: found.display };
  }
  state.pos = found.end;
  return true;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const found = findDisplay(state, startLine, endLine);
  if (found === null) return false;
  if (silent) return true;
  state.line = found.line;
  const token = state.push('math_block', '', 0);
  token.content = found.tex;
  token.meta = { closed: found.closed };
  token.map = [startLine, found.line];
  return true;
}

function findDisplay(state: StateBlock, startLine: number, endLine: number): Display | null {
  const first = textOf(state, startLine);
  const open = /^(?:\$\$(?!\$)|\\\[)/.exec(first)?.[0] as '$$' | '\\[' | undefined;
  if (open === undefined) return null;
  const close = open === '$$' ? '$$' : '\\]';
  // An opening delimiter alone on its line is surely one, so blank lines do not end it.
  const alone = first.slice(2).trim() === '';
  const indent = Math.min(state.blkIndent, state.sCount[startLine] ?? 0);
  const lines: string[] = [];
  let length = 0;
  for (let line = startLine; line < endLine && length <= MAX_DISPLAY_TEX; line++) {
    if (line > startLine && endsBlock(state, line, indent, alone)) return null;
    const text = line === startLine ? first.slice(2) : textOf(state, line);
    const end = closeOf(text, close);
    if (end === -1) {
      lines.push(text);
      length += text.length + 1;
    } else {
      lines.push(text.slice(0, end));
      if (text.slice(end + 2).trim() !== '' || !isDisplay(open, lines)) return null;
      return { tex: lines.join('\n').trim(), closed: true, line: line + 1 };
    }
  }
  if (length > MAX_DISPLAY_TEX || !mayGoOn(state, endLine) || !mayBeginDisplay(open, lines[0] ?? '')) return null;
  // What follows the delimiter on its line may still turn out to be none of a formula: it is not shown yet.
  const tex = alone ? lines.join('\n').replace(/[$\\]$/, '') : '';
  return { tex: tex.trim(), closed: false, line: endLine };
}

/** Whether more text may come behind these lines. */
function mayGoOn(state: StateBlock, endLine: number): boolean {
  return state.env['open'] === true && state.src.slice(state.eMarks[endLine - 1]).trim() === '';
}

/** Whether a formula can't go on in this line: its list item or quote has ended, or other blocks have begun. */
function endsBlock(state: StateBlock, line: number, indent: number, alone: boolean): boolean {
  if (state.isEmpty(line)) return !alone;
  return (state.sCount[line] ?? 0) < indent || /^(?:`{3}|~{3}|#{1,6} )/.test(textOf(state, line));
}

/** Position of the closing delimiter in a line, or -1. */
function closeOf(text: string, close: string): number {
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith(close, at)) return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
