import type { MessageId } from '../../domain/ids';

/** A message whose text is not in the index as it is now. `stamp` is another with every writing of it. */
export interface UnindexedRow {
  readonly messageId: string;
  readonly stamp: number;
}

/** How far the messages were gone through that were there before the index was kept. */
export interface SearchStateRow {
  readonly id: 'gone-through';
  /** The last one's id; null: none yet. */
  readonly after: string | null;
  readonly done: boolean;
}

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

/** The key of a mark's row. */
export const markKey = (partId: string, mark: number): string => `${partId}/${mark}`;

/** An id for a new part. */
export function newPartId(): string {
  return `${Date.now().toString(36)}-${crypto.randomUUID()}`;
}
