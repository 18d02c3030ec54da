import type { Chat } from '../../domain/chat';
import { groupChats } from '../../domain/history/group-chats';
import type { ChatId } from '../../domain/ids';

/** A line of the list of chats. */
export type ListRow =
  | { readonly kind: 'heading'; readonly key: string; readonly label: string }
  | {
      readonly kind: 'chat';
      readonly key: ChatId;
      readonly chat: Chat;
      /** Which of the chats it is, from 1. */
      readonly position: number;
    };

/** Heights of lines, in CSS pixels; the stylesheet of the list has the same. */
export const ROW_HEIGHT = { heading: 32, chat: 36 } as const;

/** Lines drawn above and below what is seen. */
const BEYOND = 6;

/** Lines with where each begins; the last number is where all end. */
export interface LaidRows {
  readonly rows: readonly ListRow[];
  readonly tops: readonly number[];
}

/** The lines of grouped chats. */
export function layRows(chats: readonly Chat[], now: Date): LaidRows {
  const rows: ListRow[] = [];
  const tops: number[] = [];
  let top = 0;
  let position = 0;
  const push = (row: ListRow): void => {
    rows.push(row);
    tops.push(top);
    top += ROW_HEIGHT[row.kind];
  };
  for (const { label, chats: grouped } of groupChats(chats, now)) {
    push({ kind: 'heading', key: `heading ${label}`, label });
    for (const chat of grouped) push({ kind: 'chat', key: chat.id, chat, position: (position += 1) });
  }
  tops.push(top);
  return { rows, tops };
}

/** The lines to draw between two heights, with some beyond: from `first` up to, not including, `end`. */
export function rowsInView(
  { rows, tops }: LaidRows,
  top: number,
  height: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, indexAt(tops, top) - BEYOND);
  return { first, end: Math.min(rows.length, indexAt(tops, top + height) + 1 + BEYOND) };
}

/** The last line that begins at or above a height. */
function indexAt(tops: readonly number[], height: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? Infinity) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
