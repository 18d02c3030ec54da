import type { LeftOut, LeftOutReason } from '../../domain/page';
import { bare, documentOf } from '../dom/shield';
import { hasNoText } from '../dom/structure';
import { squeeze, withoutUnseen } from '../text';

const MOST_PIECES = 100;
const LONGEST_PIECE = 300;
/** Characters looked at in a piece, so that a hidden megabyte costs little. */
const LOOKED_AT = 2_000;

/** Keeps what is not taken of a page because it cannot be seen. */
export interface LeftOutLog {
  add(reason: LeftOutReason, text: string): void;
  /** How many, and the first hundred. */
  readonly result: LeftOut;
}

/** An empty log. White space is no text. */
export function createLeftOutLog(): LeftOutLog {
  const pieces: { reason: LeftOutReason; text: string }[] = [];
  let count = 0;
  return {
    add(reason, text) {
      const tidy = squeeze(withoutUnseen(text.slice(0, LOOKED_AT)));
      if (tidy === '') return;
      count += 1;
      if (pieces.length >= MOST_PIECES) return;
      pieces.push({
        reason,
        text: tidy.length > LONGEST_PIECE ? `${tidy.slice(0, LONGEST_PIECE - 1)}…` : tidy,
      });
    },
    get result() {
      return { count, pieces };
    },
  };
}

const MOST_NODES = 500;

/** The text in a hidden element as far as it is kept: no scripts and styles. */
export function textIn(element: Element): string {
  const walker = documentOf(element).createTreeWalker(bare(element), NodeFilter.SHOW_TEXT);
  let text = '';
  for (let nodes = 0; nodes < MOST_NODES && text.length < LOOKED_AT; nodes += 1) {
    const node = walker.nextNode();
    if (node === null) break;
    const parent = node.parentElement;
    if (parent !== null && !hasNoText(parent)) text += ` ${node.nodeValue ?? ''}`;
  }
  return text;
}
