import { findSimpleTag } from './extensions/simple-tags';
import { autolinkEnd, beginsAutolink, codeSpanEnd } from './inline-spans';
import { readInlineTarget, readLabelTarget, type LinkTarget } from './link-target';
import { findMath, mayGoOn } from './math/find-math';

/** How much of a growing inline run can be shown, brackets and their like considered. */
export interface Decided {
  /** Where the shown part ends; what follows may still become one thing or another. */
  readonly end: number;
  /** The brackets of a link whose address is being written, where the shown part ends in its text. */
  readonly link: { readonly open: number; readonly close: number } | null;
  /** Links, images, addresses, formulas and code that are complete: marks inside have no partner outside. By start, to end. */
  readonly closed: ReadonlyMap<number, number>;
}

interface Bracket {
  readonly at: number;
  readonly image: boolean;
  /** A link holds no link: its bracket is only a bracket once one was found inside. */
  active: boolean;
}

interface Scan {
  readonly source: string;
  readonly open: Bracket[];
  readonly closed: Map<number, number>;
  end: number;
  link: Decided['link'];
}

/** An open bracket is waited for this many UTF-16 units, to the end of its line: then it is taken for just a bracket. */
export const LONGEST_WAIT = 160;

const ENTITY_BEGUN = /&(?:#(?:x[0-9a-f]{0,6}|\d{0,7})|[a-z][a-z0-9]{0,31})?$/iy;
const CITATION = /\[\s*\^?b\d+(?:\s*[,;]\s*\^?b\d+)*\s*\]/iy;
const WIDE_CITATION_BEGUN = /【[\s^b\d,;]*$/iy;

/**
 * Finds what at the end of unfinished inline Markdown must wait, because the same signs begin different things: a
 * bracket, an image, an address, an entity, an escape, a formula.
 */
export function findDecided(source: string): Decided {
  const scan: Scan = { source, open: [], closed: new Map(), end: source.length, link: null };
  for (let at = 0; at < source.length;) at = step(scan, at);
  for (const bracket of scan.open) if (isAwaited(source, bracket)) hold(scan, bracket.at);
  const { end, link, closed } = scan;
  return { end, link: link !== null && link.open < end ? link : null, closed };
}

function isAwaited(source: string, { at, active }: Bracket): boolean {
  return active && source.length - at <= LONGEST_WAIT && !source.includes('\n', at);
}

function hold(scan: Scan, at: number): void {
  scan.end = Math.min(scan.end, at);
}

/** Reads what stands at `at` and returns where to go on. */
function step(scan: Scan, at: number): number {
  const { source } = scan;
  switch (source[at]) {
    case '$':
      return stepMath(scan, at) ?? at + 1;
    case '\\':
      if (at + 1 === source.length) hold(scan, at);
      return stepMath(scan, at) ?? at + 2;
    case '`':
      return stepCode(scan, at);
    case '!':
      if (at + 1 === source.length) hold(scan, at);
      if (source[at + 1] !== '[') return at + 1;
      scan.open.push({ at, image: true, active: true });
      return at + 2;
    case '[':
      scan.open.push({ at, image: false, active: true });
      return at + 1;
    case ']':
      return stepBracketEnd(scan, at);
    case '<':
      return stepAngle(scan, at);
    case '&':
      return stepBegun(scan, at, ENTITY_BEGUN);
    case '【':
      return stepBegun(scan, at, WIDE_CITATION_BEGUN);
    default:
      return at + 1;
  }
}

/** A formula without its end, or whose end what follows may still take away, shows nothing; null: there is none. */
function stepMath(scan: Scan, at: number): number | null {
  const found = findMath(scan.source, at);
  if (found === null) return null;
  if (found === 'open' || mayGoOn(scan.source, found)) {
    hold(scan, at);
    return scan.source.length;
  }
  scan.closed.set(at, found.end);
  return found.end;
}

function stepBegun(scan: Scan, at: number, begun: RegExp): number {
  if (matchesAt(begun, scan.source, at)) hold(scan, at);
  return at + 1;
}

function stepCode(scan: Scan, at: number): number {
  const end = codeSpanEnd(scan.source, at);
  // Without an end, all that follows is code.
  if (end === -1) return scan.source.length;
  scan.closed.set(at, end);
  return end;
}

function stepAngle(scan: Scan, at: number): number {
  const tag = findSimpleTag(scan.source, at);
  if (tag === 'open') {
    hold(scan, at);
    return scan.source.length;
  }
  if (tag !== null) {
    scan.closed.set(at, tag.end);
    return tag.end;
  }
  if (beginsAutolink(scan.source, at)) {
    hold(scan, at);
    return scan.source.length;
  }
  const end = autolinkEnd(scan.source, at);
  if (end === -1) return at + 1;
  scan.closed.set(at, end);
  return end;
}

function stepBracketEnd(scan: Scan, at: number): number {
  const { source } = scan;
  const bracket = scan.open.pop();
  if (bracket === undefined || !bracket.active) return at + 1;
  const isCitation = matchesAt(CITATION, source, bracket.at);
  if (at + 1 === source.length) {
    if (isAwaited(source, bracket) && !isCitation) hold(scan, bracket.at);
    return at + 1;
  }
  const target = targetAt(source, at + 1, isCitation);
  if (target.state === 'none') return at + 1;
  if (target.state === 'complete') return closeLink(scan, bracket, target.end);
  if (bracket.image || source[at + 1] === '[') hold(scan, bracket.at);
  else scan.link = { open: bracket.at, close: at };
  return source.length;
}

function targetAt(source: string, at: number, isCitation: boolean): LinkTarget {
  if (source[at] === '(') return readInlineTarget(source, at);
  return source[at] === '[' && !isCitation ? readLabelTarget(source, at) : { state: 'none' };
}

function closeLink(scan: Scan, bracket: Bracket, end: number): number {
  scan.closed.set(bracket.at, end);
  if (!bracket.image) for (const outer of scan.open) if (!outer.image) outer.active = false;
  return end;
}

function matchesAt(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}
