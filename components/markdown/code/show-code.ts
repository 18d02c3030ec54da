import { withoutLabels, type ShownCode, type Stretch } from '../../../lib/markdown/shown-code';

/** Lines of a piece: what is laid out anew when a line comes, and coloured together. */
const LINES_PER_PIECE = 16;

interface Shown {
  readonly code: ShownCode;
  /** Lines that are whole in the last piece. */
  readonly lines: number;
}

/** What each element shows. */
const shown = new WeakMap<Element, Shown>();

/**
 * Makes an element show code: pieces of 16 lines, each an element with one text node, so that a line costs the same
 * however much stands above it. Which pieces there are depends on the text alone, not on how it came. Text that grows
 * is appended and leaves a selection alone.
 */
export function showCode(element: Element, code: ShownCode): void {
  const before = shown.get(element);
  const start = before !== undefined && code.text.startsWith(before.code.text) ? before.code.text.length : 0;
  if (start === 0) element.replaceChildren();
  const added = code.text.slice(start);
  shown.set(element, { code, lines: append(element, added, start === 0 ? 0 : (before?.lines ?? 0)) });
}

/** A part of what a code element shows, as it was written; null for any other element. */
export function shownPart(element: Element, part: Stretch): string | null {
  const code = shown.get(element)?.code;
  return code === undefined ? null : withoutLabels(code, part);
}

function append(element: Element, text: string, linesInLast: number): number {
  let lines = linesInLast;
  for (let start = 0; start < text.length;) {
    if (lines === LINES_PER_PIECE || element.lastElementChild === null) {
      element.append(makePiece());
      lines = 0;
    }
    let end = start;
    while (lines < LINES_PER_PIECE && end < text.length) {
      const next = text.indexOf('\n', end);
      end = next === -1 ? text.length : next + 1;
      if (next !== -1) lines++;
    }
    const node = element.lastElementChild?.firstChild;
    if (node instanceof Text) node.appendData(text.slice(start, end));
    start = end;
  }
  return lines;
}

function makePiece(): Element {
  const piece = document.createElement('span');
  piece.className = 'markdown-code-piece';
  piece.append('');
  return piece;
}
