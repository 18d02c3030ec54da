import type { Env } from 'markdown-it';
import { autolinkEnd, codeSpanEnd } from './inline-spans';
import { readInlineTarget, readLabelTarget } from './link-target';
import { findMath } from './math/find-math';
import { parser } from './parser';
import { PENDING_ADDRESS } from './pending-address';
import { isDefinable } from './references';

/** What stands before the bracket of words in a text, not of an index in code: `a[i][j]`. */
const BEFORE_TEXT = /[\p{L}\p{N}\]!]$/u;
const WORDS = /\p{L}[^\n]*\p{L}/u;

/**
 * Makes links without an address of `[words][label]` and `[words][]` whose label nobody has defined yet: while an answer
 * is being written its definitions mostly come at the end.
 */
export function pendReferences(source: string, { references }: Env): string {
  if (!source.includes('][')) return source;
  let open: number[] = [];
  let read = '';
  let from = 0;
  for (let at = 0; at < source.length;) {
    if (source[at] === '[') open.push(at);
    const words = source[at] === ']' ? open.pop() : undefined;
    const end = words === undefined ? -1 : targetEnd(source, at + 1);
    if (words === undefined || end === -1) {
      at = next(source, at);
      continue;
    }
    const isInline = source[at + 1] === '(';
    const pending = !isInline && isPending(source, words, at, source.slice(at + 2, end - 1), references);
    // A link stands in no other link.
    if (pending || (isInline && source[words - 1] !== '!')) open = [];
    if (pending) {
      read += `${source.slice(from, at)}](<${PENDING_ADDRESS}>)`;
      from = end;
    }
    at = end;
  }
  return read + source.slice(from);
}

function targetEnd(source: string, at: number): number {
  const sign = source[at];
  if (sign !== '(' && sign !== '[') return -1;
  const target = sign === '(' ? readInlineTarget(source, at) : readLabelTarget(source, at);
  return target.state === 'complete' ? target.end : -1;
}

function isPending(
  source: string,
  open: number,
  close: number,
  label: string,
  references: Env['references'],
): boolean {
  const words = source.slice(open + 1, close);
  if (!WORDS.test(words) || BEFORE_TEXT.test(source.slice(Math.max(0, open - 2), open))) return false;
  const name = parser.utils.normalizeReference(label.trim() === '' ? words : label);
  return isDefinable(name) && references?.[name] === undefined;
}

function next(source: string, at: number): number {
  const end = source[at] === '`' ? codeSpanEnd(source, at) : source[at] === '<' ? autolinkEnd(source, at) : -1;
  if (end !== -1) return end;
  const formula = findMath(source, at);
  if (formula !== null && formula !== 'open') return formula.end;
  return at + (source[at] === '\\' ? 2 : 1);
}
