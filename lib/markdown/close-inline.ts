import { findDecided, type Decided } from './decided';
import { closeMarks, scanMark, type Mark } from './emphasis-mark';
import { runEnd } from './inline-spans';
import { mayBecomeOpenable } from './link-target';
import { PENDING_ADDRESS } from './pending-address';

/** Joiners, selectors and tags at the end, whose sense depends on what comes next. */
const UNFINISHED_CHARACTER = /(?:[\u00ad\u034f\u061c\u200b-\u200f\ufe00-\ufe0f]|\udb40[\udc00-\udfff])+$/;
const UNFINISHED_BOX = /^\[[ xX]?\]?\s*$/;

/** What scanning found that the writer has not closed yet. */
interface Scan {
  readonly source: string;
  readonly closed: Decided['closed'];
  /** Open emphasis, outermost first. */
  marks: Mark[];
  /** The back-ticks of a code span without an end. */
  code: string;
  /** Where the shown part ends. */
  end: number;
  /** Whether marks at the end are followed by a link. */
  readonly inFrontOfLink: boolean;
}

/**
 * Closes what is open at the end of unfinished inline Markdown (emphasis, code, a link's text), or leaves out what may
 * still become one thing or another, so that it reads as it most likely will.
 */
export function closeInline(unfinished: string): string {
  if (UNFINISHED_BOX.test(unfinished)) return '';
  const source = unfinished.trimEnd().replace(UNFINISHED_CHARACTER, '').trimEnd();
  const { end, link, closed } = findDecided(source);
  const scan: Scan = { source, closed, marks: [], code: '', end: link?.open ?? end, inFrontOfLink: link !== null };
  for (let at = 0; at < scan.end;) at = step(scan, at);
  if (link !== null) {
    const address = mayBecomeOpenable(source, link.close + 1) ? `<${PENDING_ADDRESS}>` : '';
    return `${source.slice(0, link.close)}](${address})${closers(scan.marks)}`;
  }
  dropEmptyMarks(scan);
  return source.slice(0, scan.end).trimEnd() + scan.code + closers(scan.marks);
}

/** Reads what stands at `at` and returns where to go on. */
function step(scan: Scan, at: number): number {
  const end = scan.closed.get(at);
  if (end !== undefined) return end;
  switch (scan.source[at]) {
    case '\\':
      return at + 2;
    case '`':
      return stepCode(scan, at);
    case '*':
    case '_':
    case '~':
      return stepMark(scan, at);
    default:
      return at + 1;
  }
}

/**
 * Code without an end closes itself; back-ticks at the very end may be the first half of its end, and in a table a
 * backslash may keep a bar.
 */
function stepCode(scan: Scan, at: number): number {
  const inside = runEnd(scan.source, at);
  const written = scan.source
    .slice(inside, scan.end)
    .replace(/[`\\]+$/, '')
    .trimEnd();
  const padding = written.startsWith(' ') || written.endsWith('`') ? ' ' : '';
  scan.code = written === '' ? '' : padding + scan.source.slice(at, inside);
  scan.end = written === '' ? at : inside + written.length;
  return scan.source.length;
}

function stepMark(scan: Scan, at: number): number {
  const mark = scanMark(scan.source, at);
  if (mark.to >= scan.end && !scan.inFrontOfLink) {
    // At the very end it is the first half of a closing mark, or an opening one with nothing behind it yet.
    scan.end = at;
  } else if (mark.sign !== '~' || mark.length === 2) {
    if (mark.canClose) closeMarks(scan.marks, mark);
    if (mark.canOpen && mark.length > 0) scan.marks.push(mark);
  }
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
