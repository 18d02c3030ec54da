import type { Token } from 'markdown-it';
import { isClosed } from './blocks';

/**
 * A top-level block longer than this many UTF-16 units is cut at a line's end, and what follows is read as if it
 * began there: so parsing a tail again is never dear.
 */
export const MAX_BLOCK_LENGTH = 50_000;
/** Fenced code is cheaper to read. Longer code goes on in another box of the same language. */
export const MAX_CODE_LENGTH = 100_000;

/** Where finished blocks end in a run of tokens. */
export interface FinishedEnd {
  /** Index of the first unfinished token. */
  readonly token: number;
  /** Its line, counted from the start of the run's source. */
  readonly line: number;
}

/**
 * Finds how much of a growing text can't change any more, given the tokens of its whole lines. All top-level blocks
 * but the last are finished, save those that follow a link definition without a blank line: it may still take them
 * as its title; and save what stands right above a formula without its end, whose lines may turn out to be part of it.
 * Null where nothing is finished.
 */
export function finishedEnd(tokens: readonly Token[]): FinishedEnd | null {
  let end: FinishedEnd | null = null;
  let titleLine = -1;
  let lastLine = -1;
  for (const [index, token] of tokens.entries()) {
    const [from, to] = token.map ?? [0, 0];
    if (opensTopLevel(token)) {
      if (from === titleLine) titleLine = to;
      else if (index > 0 && !(isOpenMath(token) && from === lastLine)) end = { token: index, line: from };
      lastLine = to;
    }
    if (token.type === 'reference_definition' || mayBecomeDefinition(token, tokens[index + 1])) titleLine = to;
  }
  return end;
}

function isOpenMath(token: Token): boolean {
  return token.type === 'math_block' && token.meta?.['closed'] === false;
}

/** A line of `===` or `---` under `[label]: url "title` makes a heading of it only if the title never ends. */
function mayBecomeDefinition(token: Token, text: Token | undefined): boolean {
  return token.type === 'heading_open' && /^[-=]/.test(token.markup) && text?.content.startsWith('[') === true;
}

/** The tokens of each top-level block, link definitions left out. */
export function splitTopLevel(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'reference_definition') continue;
    if (opensTopLevel(token)) groups.push([token]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

function opensTopLevel(token: Token): boolean {
  return token.level === 0 && token.nesting >= 0;
}

/** The first whole lines of a text that fit into one block's length, but at least one line. */
export function firstWindow(lines: string, length: number): string {
  if (lines.length <= length) return lines;
  const end = lines.lastIndexOf('\n', length - 1);
  const cut = end === -1 ? lines.indexOf('\n') : end;
  return cut === -1 ? lines : lines.slice(0, cut + 1);
}

/** Whether the tokens end in fenced code at the top level: it may go on for as long as it likes. */
export function endsInFence(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last?.type === 'fence' && last.level === 0;
}

/** Longest first line that is repeated. */
const LONGEST_FENCE = 200;

/**
 * The first line of fenced code at the end of the tokens that nothing has closed, to be repeated before what follows;
 * empty where there is none.
 */
export function fenceToGoOn(tokens: readonly Token[]): string {
  const last = tokens.at(-1);
  if (last === undefined || !endsInFence(tokens) || isClosed(last)) return '';
  const line = `${last.markup}${last.info}`;
  return line.length > LONGEST_FENCE ? '' : `${line}\n`;
}
