import type { LeftOut } from '../../domain/page';
import type { Budget } from '../dom/budget';
import { frameBody, isFrame, walkPage } from '../dom/walk';
import { formulaText, hasNoText, headingLevel, structureOf } from '../dom/structure';
import { textHiddenReason } from '../dom/visibility';
import { squeezeLines, unseenMessages, withoutUnseen } from '../text';
import { createJudge } from './judge-text';
import { createLeftOutLog, textIn } from './left-out';
import { mergeBlocks } from './merge-blocks';
import { nearest, type Piece, type Place, type RawBlock } from './place';
import type { PageCopy } from './page-copy';

/** All that can be seen on a page, and what could not be taken. */
export interface Collected {
  readonly blocks: readonly RawBlock[];
  readonly leftOut: LeftOut;
  /** Visible frames that belong to other sites. */
  readonly foreignFrames: number;
  /** Canvases big enough to be the document itself. */
  readonly canvases: number;
}

const INLINE = new Set(
  'inline|inline-block|inline-flex|inline-grid|inline-table|contents|ruby|math|inline math'.split('|'),
);
const MERGED = new Set(['list', 'table', 'quote', 'code']);
const SMALLEST_FRAME = 50;
const SMALLEST_DRAWING = 300;
/** Characters that even the shortest text counts for, so that a million of them are too much. */
const LEAST_COST = 100;
// A line break that the page asks for, told apart from white space in its source.
const BREAK = '\u2028';

/**
 * Walks the live page and gives its visible blocks in reading order, filling `copy` on the way. Changes nothing.
 * `reveal` also takes what is transparent or invisible.
 */
export function collectBlocks(body: HTMLElement, copy: PageCopy, budget: Budget, reveal = false): Collected {
  const blocks: RawBlock[] = [];
  let loose: Piece[] = [];
  const leftOut = createLeftOutLog();
  const judge = createJudge(body, reveal);
  let foreignFrames = 0;
  let canvases = 0;

  const root: Place = {
    ...{ element: body, parent: null, number: 0, copy: copy.body, structure: 'none', block: true, link: false },
    ...{
      control: false,
      collapsed: false,
      keepsLines: false,
      light: judge.daylight,
      blocksBefore: 0,
      looseBefore: 0,
    },
  };

  const enter = (element: Element, parent: Place): Place | null => {
    if (element.localName === 'canvas' && isBig(element, SMALLEST_DRAWING)) canvases += 1;
    if (hasNoText(element)) return null;
    if (element.localName === 'br') {
      loose.push({ text: BREAK, place: parent, formula: false });
      return null;
    }
    const light = judge.enter(element, parent.light);
    if (typeof light === 'string') {
      leftOut.add(light, textIn(element));
      return null;
    }
    if (isFrame(element) && frameBody(element) === null) {
      if (isBig(element, SMALLEST_FRAME)) foreignFrames += 1;
      return null;
    }
    const block = isFrame(element) || !INLINE.has(light.style.display);
    if (block) flush(parent);
    const formula = formulaText(element);
    if (formula !== null) {
      if (formula !== '') loose.push({ text: ` ${formula} `, place: parent, formula: true });
      if (block) flush(parent);
      return null;
    }
    const number = copy.add(element, parent.copy);
    return {
      ...{ element, parent, number: number.number, copy: number.element, structure: structureOf(element), block },
      link: parent.link || element.localName === 'a',
      control: parent.control || element.localName === 'button' || element.getAttribute('role') === 'button',
      collapsed: light.collapsed,
      keepsLines: /^(?:pre|break-spaces)/.test(light.style.whiteSpace),
      light,
      blocksBefore: blocks.length,
      looseBefore: loose.length,
    };
  };

  const text = (node: Text, place: Place): void => {
    const data = budget.cut(node.data);
    if (!/\S/.test(data)) {
      const seen = loose.length > 0 && textHiddenReason(place.light.style, reveal || place.light.dimmed) === null;
      if (seen) loose.push({ text: place.keepsLines ? data : ' ', place, formula: false });
      return;
    }
    const reason = judge.judgeText(place.element, place.light);
    if (reason !== null) {
      leftOut.add(reason, data);
      return;
    }
    for (const message of unseenMessages(data)) leftOut.add('characters', message);
    budget.take(Math.max(data.length, LEAST_COST));
    copy.addText(data, place.copy);
    loose.push({ text: data, place, formula: false });
  };

  const leave = (place: Place): void => {
    if (place.block) flush(place);
    else padInlineBox(place);
    if (MERGED.has(place.structure)) {
      const own = blocks.splice(place.blocksBefore);
      blocks.push(...mergeBlocks(place, own));
    }
  };

  /** Neighbouring boxes in a line look apart although no space stands between them; single letters don't. */
  const padInlineBox = (place: Place): void => {
    const own = loose.slice(place.looseBefore);
    if (own.length === 0 || !isInlineBox(place)) return;
    if (own.reduce((length, piece) => length + piece.text.trim().length, 0) < 3) return;
    const space: Piece = { text: ' ', place, formula: false };
    loose.splice(place.looseBefore, 0, space);
    loose.push(space);
  };

  const flush = (place: Place): void => {
    const pieces = loose;
    loose = [];
    if (!pieces.some((piece) => /\S/.test(piece.text) && piece.text !== BREAK)) return;
    for (const part of splitAtGaps(pieces)) {
      const block = blockOf(part, place);
      if (block !== null) blocks.push(block);
    }
  };

  walkPage(body, root, { enter, text, leave }, budget);
  flush(root);
  return { blocks, leftOut: leftOut.result, foreignFrames, canvases };
}

function isInlineBox(place: Place): boolean {
  return place.light.style.display.startsWith('inline-');
}

function isBig(element: Element, side: number): boolean {
  const box = element.getBoundingClientRect();
  return box.width >= side && box.height >= side;
}

/** Two line breaks in a row divide paragraphs. */
function splitAtGaps(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  let breaks = 0;
  for (const piece of pieces) {
    if (piece.text === BREAK) breaks += 1;
    else if (/\S/.test(piece.text)) {
      if (breaks > 1 && nearest(piece.place, (place) => place.structure === 'code') === null) parts.push([]);
      breaks = 0;
    }
    parts.at(-1)?.push(piece);
  }
  return parts;
}

function blockOf(pieces: readonly Piece[], place: Place): RawBlock | null {
  const own = nearest(place, (at) => ['heading', 'code', 'caption'].includes(at.structure));
  const solid = pieces.filter((piece) => /\S/.test(piece.text) && piece.text !== BREAK);
  const base = { level: 0, place, pieces: solid };
  if (own?.structure === 'code') {
    const text = withoutUnseen(pieces.map((piece) => (piece.text === BREAK ? '\n' : piece.text)).join(''));
    return /\S/.test(text) && !isLineNumbers(text) ? { ...base, kind: 'code', text: trimLines(text) } : null;
  }
  const text = withoutUnseen(squeezeLines(pieces.map(flowText).join('')));
  if (text === '') return null;
  if (own?.structure === 'heading' && text.length <= 300) {
    return { ...base, kind: 'heading', level: headingLevel(own.element), text: text.replaceAll('\n', ' ') };
  }
  if (own?.structure === 'caption') return { ...base, kind: 'figure', text };
  if (solid.every((piece) => piece.formula)) return { ...base, kind: 'formula', text };
  return { ...base, kind: 'paragraph', text };
}

function flowText(piece: Piece): string {
  if (piece.text === BREAK) return '\n';
  return piece.place.keepsLines ? piece.text : piece.text.replace(/\s+/g, ' ');
}

function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
}

/** The numbers beside a listing, drawn as a listing of their own. */
function isLineNumbers(text: string): boolean {
  const numbers = text.trim().split(/\s+/).map(Number);
  return numbers.length > 1 && numbers.every((value, index) => value === (numbers[0] ?? 0) + index);
}
