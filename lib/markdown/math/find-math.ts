import { readsAsProse } from './reads-as-prose';

/** A longer formula in running text is left as it was written, in UTF-16 units. */
export const MAX_INLINE_TEX = 1_000;
/** The same for a formula on its own lines. */
export const MAX_DISPLAY_TEX = 5_000;

/** A formula with its delimiters. */
export interface FoundMath {
  readonly tex: string;
  readonly display: boolean;
  /** Position behind the closing delimiter. */
  readonly end: number;
}

/** `open`: it may become one if the text goes on. */
export type MathSearch = FoundMath | 'open' | null;

interface Delimiter {
  readonly open: string;
  readonly close: string;
  readonly display: boolean;
  readonly limit: number;
}

const DOLLAR: Delimiter = { open: '$', close: '$', display: false, limit: MAX_INLINE_TEX };
const DOLLARS: Delimiter = { open: '$$', close: '$$', display: true, limit: MAX_DISPLAY_TEX };
const PAREN: Delimiter = { open: '\\(', close: '\\)', display: false, limit: MAX_INLINE_TEX };
const BRACKET: Delimiter = { open: '\\[', close: '\\]', display: true, limit: MAX_DISPLAY_TEX };

/** What may follow a closing dollar though it is letters: `$n$th`, `$x$s`, `$3$D`. */
const ENDING = /^(?:th|st|nd|rd|s|D|te[nrs]?)(?![A-Za-z0-9])/;
/** A formula has something to read in it. */
const CONTENT = /[\p{L}\p{N}]|\\[a-zA-Z]/u;
/** `\[` without one of these is an escaped bracket: `\[1\]`, `\[note\]`. */
const BRACKET_CONTENT = /[=<>^_+*/\\|≤≥≠≈∈∑∫×÷±→−-]/u;

/**
 * Reads a formula that starts at `at`, after pandoc's rule for `tex_math_dollars` and what prices, shells and
 * escaped brackets ask beyond it. A dollar opens one only if no Latin letter, digit or dollar stands before it and no
 * space behind it; the next dollar closes it, or there is none: it must have no space before it and no digit, letter
 * (save endings like `$n$th`), dollar or `{` behind it. What stands between reads as a formula, not as prose.
 */
export function findMath(source: string, at: number): MathSearch {
  const delimiter = delimiterAt(source, at);
  if (delimiter === null) return null;
  const from = at + delimiter.open.length;
  const close = findClose(source, from, delimiter);
  if (close === null) return null;
  const tex = source.slice(from, close === 'open' ? source.length : close);
  if (close === 'open') return mayBecome(tex, delimiter) ? 'open' : null;
  const end = close + delimiter.close.length;
  if (!isFormula(tex, delimiter) || !mayEnd(source, end, delimiter)) return null;
  return { tex: tex.trim(), display: delimiter.display, end };
}

/** Whether a formula that ends where the text so far ends could still turn out to be none. */
export function mayGoOn(source: string, { end }: FoundMath): boolean {
  return end === source.length && !source.endsWith('\\)');
}

/** Whether the lines between `$$` or `\[` and its end are a formula. */
export function isDisplay(open: '$$' | '\\[', lines: readonly string[]): boolean {
  const tex = lines.join('\n');
  if (lines.length === 1) return isFormula(tex, open === '$$' ? DOLLARS : BRACKET);
  return tex.length <= MAX_DISPLAY_TEX && CONTENT.test(tex) && mayBeginDisplay(open, lines[0] ?? '');
}

/** Whether a formula of several lines may begin with this one. */
export function mayBeginDisplay(open: '$$' | '\\[', line: string): boolean {
  return !readsAsProse(line) && !(open === '\\[' && isEscapedBracket(line));
}

function delimiterAt(source: string, at: number): Delimiter | null {
  if (source[at] === '\\') return source[at + 1] === '(' ? PAREN : source[at + 1] === '[' ? BRACKET : null;
  if (source[at] !== '$' || /[A-Za-z0-9$]/.test(source[at - 1] ?? '')) return null;
  if (source[at + 1] !== '$') return DOLLAR;
  return source[at + 2] === '$' ? null : DOLLARS;
}

/** Position of the closing delimiter; `open` where the text ends before it; null where there can be none. */
function findClose(source: string, from: number, { close, limit }: Delimiter): number | 'open' | null {
  const last = Math.min(source.length, from + limit);
  for (let at = from; at < last; at++) {
    if (source[at] === '`') return null;
    if (source.startsWith(close, at)) return at;
    if (source[at] === '\\') at++;
  }
  if (source.startsWith(close, last)) return last;
  return last === source.length ? 'open' : null;
}

function isFormula(tex: string, delimiter: Delimiter): boolean {
  if (!CONTENT.test(tex)) return isLoneOperator(tex, delimiter);
  if (delimiter === BRACKET && (!BRACKET_CONTENT.test(tex) || isEscapedBracket(tex))) return false;
  if (delimiter === DOLLAR && (/^\s|\s$/.test(tex) || /[/:=(]$/.test(tex) || isName(tex))) return false;
  return !readsAsProse(tex);
}

/** `$+$`, `$=$`, `\(<\)`. */
function isLoneOperator(tex: string, { display }: Delimiter): boolean {
  return !display && /^[-+=<>*/]$/.test(tex.trim());
}

/** A word between dollars, `$uicideboy$`, is somebody's name; `$ABCDEF$` may be a hexagon. */
function isName(tex: string): boolean {
  return /^[A-Za-z]?[a-z]{4,}$/.test(tex);
}

function mayEnd(source: string, end: number, delimiter: Delimiter): boolean {
  const after = source.slice(end, end + 4);
  if (delimiter === PAREN) return true;
  if (delimiter === BRACKET) return !/^[(:]/.test(after);
  return !/^[\d${]/.test(after) && (!/^[A-Za-z]/.test(after) || ENDING.test(after));
}

function mayBecome(tex: string, delimiter: Delimiter): boolean {
  if (tex.length > MAX_INLINE_TEX && !delimiter.display) return false;
  if (delimiter === BRACKET && isEscapedBracket(tex)) return false;
  return !(delimiter === DOLLAR && /^\s/.test(tex)) && !readsAsProse(tex, true);
}

/** `\[words]`: a bracket that closes none before anything is said that only a formula says. */
function isEscapedBracket(tex: string): boolean {
  const end = tex.indexOf(']');
  if (end === -1) return false;
  const before = tex.slice(0, end);
  return !before.includes('[') && !BRACKET_CONTENT.test(before);
}
