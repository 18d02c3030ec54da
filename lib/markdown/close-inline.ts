import { closeMarks, scanMark, type Mark } from './emphasis-mark';

/**
 * A citation, an image, an entity, an address, an escape or half a character that has only begun, or a joiner, selector
 * or tag whose sense depends on what comes next.
 */
const UNFINISHED_END =
  /(?:[[【][\s^b\d,;]*|!(?:\[[^\]]*(?:\](?:\([^)]*)?)?)?|&#?\w{0,31}|<[a-z0-9+.-]*|\\|(?:[\u00ad\u034f\u061c\u200b-\u200f\ufe00-\ufe0f]|\udb40[\udc00-\udfff])*[\ud800-\udbff]?)$/i;
const UNFINISHED_BOX = /^\[[ xX]?\]?\s*$/;
const CITATION = /^\[\s*\^?b\d+(?:\s*[,;]\s*\^?b\d+)*\s*\]$/i;
/** How far back an unfinished end may begin, in characters. */
const END_REACH = 400;

/** What scanning found that the writer has not closed yet. */
interface Scan {
  readonly source: string;
  /** Open emphasis, outermost first. */
  readonly marks: Mark[];
  /** Positions of open brackets. */
  readonly brackets: number[];
  /** Positions of signs to leave out: the brackets of a link whose destination is not known yet. */
  readonly dropped: number[];
  /** The back-ticks of a code span without an end. */
  code: string;
  /** Where the shown part ends. */
  end: number;
}

/**
 * Closes what is open at the end of unfinished inline Markdown (emphasis, code, links), or leaves out marks whose
 * meaning is not known yet, so that it reads as it most likely will.
 */
export function closeInline(unfinished: string): string {
  if (UNFINISHED_BOX.test(unfinished)) return '';
  const reach = Math.max(0, unfinished.length - END_REACH);
  const source = (unfinished.slice(0, reach) + unfinished.slice(reach).replace(UNFINISHED_END, '')).trimEnd();
  const scan: Scan = { source, marks: [], brackets: [], dropped: [], code: '', end: source.length };
  for (let at = 0; at < scan.end;) at = step(scan, at);
  dropEmptyMarks(scan);
  return without(source, [...scan.dropped, ...scan.brackets], scan.end) + scan.code + closers(scan.marks);
}

/** Reads what stands at `at` and returns where to go on. */
function step(scan: Scan, at: number): number {
  switch (scan.source[at]) {
    case '\\':
      return at + 2;
    case '`':
      return stepCode(scan, at);
    case '[':
      scan.brackets.push(at);
      return at + 1;
    case ']':
      return stepBracketEnd(scan, at);
    case '<':
      return stepAngle(scan, at);
    case '*':
    case '_':
    case '~':
      return stepMark(scan, at);
    default:
      return at + 1;
  }
}

function stepCode(scan: Scan, at: number): number {
  const { source } = scan;
  let inside = at;
  while (source[inside] === '`') inside++;
  for (let next = source.indexOf('`', inside); next !== -1;) {
    let end = next;
    while (source[end] === '`') end++;
    if (end - next === inside - at) return end;
    next = source.indexOf('`', end);
  }
  const written = source.slice(inside).replace(/`+$/, '').trimEnd();
  scan.end = written === '' ? at : inside + written.length;
  scan.code = written === '' ? '' : source.slice(at, inside);
  return source.length;
}

function stepBracketEnd(scan: Scan, at: number): number {
  const { source } = scan;
  const open = scan.brackets.pop();
  if (open === undefined) return at + 1;
  if (at + 1 === source.length) {
    if (!CITATION.test(source.slice(open, at + 1))) scan.dropped.push(open, at);
    return at + 1;
  }
  if (source[at + 1] !== '(') return at + 1;
  const end = destinationEnd(source, at + 2);
  if (end !== -1) return end;
  // `[text](https://…` without its end: only the text is shown.
  scan.dropped.push(open);
  scan.end = at;
  return at;
}

/** Position behind the bracket that closes a destination, or -1. */
function destinationEnd(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '(') depth++;
    else if (source[at] === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

function stepAngle(scan: Scan, at: number): number {
  const link = /^[a-z][a-z0-9+.-]*:[^\s<>]*/i.exec(scan.source.slice(at + 1, at + END_REACH))?.[0];
  if (link === undefined) return at + 1;
  const end = at + 1 + link.length;
  if (end >= scan.source.length) scan.dropped.push(at);
  return end;
}

function stepMark(scan: Scan, at: number): number {
  const mark = scanMark(scan.source, at);
  const atEnd = mark.to >= scan.end;
  if (mark.sign === '~' && mark.length !== 2 && !atEnd) return mark.to;
  if (mark.canClose) closeMarks(scan.marks, mark);
  if (mark.length === 0) return mark.to;
  // At the very end it is the first half of a closing mark, or an opening one with nothing behind it yet.
  if (atEnd) scan.end = at;
  else if (mark.canOpen) scan.marks.push(mark);
  return mark.to;
}

function dropEmptyMarks(scan: Scan): void {
  if (scan.code !== '') return;
  for (let top = scan.marks.at(-1); top !== undefined; top = scan.marks.at(-1)) {
    if (scan.source.slice(top.to, scan.end).trim() !== '') return;
    scan.end = top.from;
    scan.marks.pop();
  }
}

function closers(marks: readonly Mark[]): string {
  return marks
    .map((mark) => mark.sign.repeat(mark.length))
    .reverse()
    .join('');
}

function without(source: string, positions: readonly number[], end: number): string {
  let kept = '';
  let from = 0;
  for (const position of positions.toSorted((a, b) => a - b)) {
    if (position >= end) break;
    kept += source.slice(from, position);
    from = position + 1;
  }
  return (kept + source.slice(from, end)).trimEnd();
}
