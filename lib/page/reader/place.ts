import type { BlockKind } from '../../domain/page';
import type { Structure } from '../dom/structure';
import type { Light } from './judge-text';

/** An element on the way from the page's body to a text, as the reader saw it. */
export interface Place {
  readonly element: Element;
  readonly parent: Place | null;
  /** Its number in the copy that the extractor gets. */
  readonly number: number;
  readonly copy: Element;
  readonly structure: Structure;
  /** Starts and ends a block of text. */
  readonly block: boolean;
  readonly link: boolean;
  readonly control: boolean;
  readonly collapsed: boolean;
  readonly keepsLines: boolean;
  readonly light: Light;
  /** How many blocks, and how much loose text, there were when it began. */
  readonly blocksBefore: number;
  readonly looseBefore: number;
}

/** A visible block before it is decided whether it belongs to the page's content. */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** The block-level element it stands in. */
  readonly place: Place;
  readonly pieces: readonly Piece[];
}

/** A stretch of text in one element. */
export interface Piece {
  readonly text: string;
  readonly place: Place;
  readonly formula: boolean;
}

/** The nearest place, from this one upwards and below `end`, that satisfies the test. */
export function nearest(
  place: Place | null,
  test: (place: Place) => boolean,
  end: Place | null = null,
): Place | null {
  for (let at = place; at !== null && at !== end; at = at.parent) if (test(at)) return at;
  return null;
}

/** Characters of a block that are not white space, over the pieces that satisfy the test. */
export function weigh(block: RawBlock, test: (place: Place) => boolean = () => true): number {
  let weight = 0;
  for (const piece of block.pieces) if (test(piece.place)) weight += piece.text.replace(/\s+/g, '').length;
  return weight;
}
