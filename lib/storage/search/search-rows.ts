import type { MessageId } from '../../domain/ids';

/** A message whose text is not in the index as it is now. `stamp` is another with every writing of it. */
export interface UnindexedRow {
  readonly messageId: string;
  readonly stamp: number;
}

/** What the index knows of itself. */
export type SearchStateRow =
  /** How far the messages were gone through that were there before the index was kept. */
  | {
      readonly id: 'gone-through';
      /** The last one's id; null: none yet. */
      readonly after: string | null;
      readonly done: boolean;
    }
  /** How its rows are laid out. An index of another layout is made anew. */
  | { readonly id: 'layout'; readonly layout: number }
  /** Parts whose marks are rows without them being parts: not yet, or no more. */
  | { readonly id: 'unfinished'; readonly partIds: readonly string[] }
  /** Messages that were deleted, whose marks are still to be taken out; `since`: ms since the epoch. */
  | { readonly id: 'gone'; readonly messageIds: readonly string[]; readonly since: number };

/** The layout that this code reads and writes. */
export const LAYOUT = 2;

/** What the index knows of itself, by what it is about. */
export type SearchState = { readonly [Row in SearchStateRow as Row['id']]?: Row };

/** Puts the rows of the index's state together. */
export const stateOf = (rows: readonly SearchStateRow[]): SearchState =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/**
 * A part of the index: messages, and for every mark the pieces of their texts that have it. In a small part the marks
 * are a field of its row, in a large one each is a row of `searchMarks`. A part never changes; small ones become large.
 */
export interface SearchPartRow {
  /** Never used again. */
  readonly id: string;
  /** Its pieces, where it is small: so that the index of the table tells how many there are. */
  readonly small?: number;
  readonly pieces: number;
  readonly messageIds: readonly MessageId[];
  /** When they were written, in ms since the epoch. */
  readonly times: Float64Array;
  /** The first piece of each message. */
  readonly firsts: Uint32Array;
  /** For each mark in turn, a bit for every piece; a mark begins with a byte of its own. */
  readonly marks?: Uint8Array;
}

/** A mark of a large part. */
export interface SearchMarkRow {
  /** As `markKey` makes it. */
  readonly id: string;
  readonly bits: Uint8Array;
}

/** The key of a mark's row. Those of one mark are neighbours, so that they are read at once. */
export const markKey = (mark: number, partId: string): string => `${mark}/${partId}`;

/** The first and the last key that rows of a mark can have. */
export const markKeys = (mark: number): readonly [string, string] => [`${mark}/`, `${mark}/\uffff`];

/** The part that a mark's row is of. */
export const partOfKey = (key: string): string => key.slice(key.indexOf('/') + 1);

/** An id for a new part. */
export function newPartId(): string {
  return `${Date.now().toString(36)}-${crypto.randomUUID()}`;
}
