import type { Chat } from '../../domain/chat';
import { groupChats } from '../../domain/history/group-chats';
import type { ChatId } from '../../domain/ids';
import { plural } from '../../words/plural';
import type { FoundMessages, MessageHit } from '../../domain/search/message-hit';

/** A line of the list of chats. */
export type ListRow =
  | { readonly kind: 'heading'; readonly key: string; readonly label: string }
  | {
      readonly kind: 'chat';
      readonly key: ChatId;
      readonly chat: Chat;
      /** Which of the chats it is, from 1. */
      readonly position: number;
    }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: MessageHit; readonly position: number }
  /** A button that shows more of what is above. */
  | { readonly kind: 'more'; readonly key: 'more-titles' | 'more-messages'; readonly label: string };

/** Heights of lines, in CSS pixels; the stylesheet of the list has the same. */
export const ROW_HEIGHT = { heading: 32, chat: 36, hit: 78, more: 36 } as const;

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
  let position = 0;
  for (const { label, chats: grouped } of groupChats(chats, now)) {
    rows.push({ kind: 'heading', key: `heading ${label}`, label });
    for (const chat of grouped) rows.push({ kind: 'chat', key: chat.id, chat, position: (position += 1) });
  }
  return lay(rows);
}

/** Chats that are shown of those whose titles fit, until all are asked for. */
const TITLES = 5;

/** The lines of what was found: chats by their titles, then messages. */
export function layFound(
  chats: readonly Chat[],
  found: FoundMessages,
  { areAllShown }: { readonly areAllShown: boolean },
): LaidRows {
  const shown = areAllShown ? chats : chats.slice(0, TITLES);
  const rows: ListRow[] = [];
  if (shown.length > 0) rows.push({ kind: 'heading', key: 'heading titles', label: 'Chats' });
  for (const [index, chat] of shown.entries())
    rows.push({ kind: 'chat', key: chat.id, chat, position: index + 1 });
  if (shown.length < chats.length) {
    const label = plural(chats.length, ['Show one chat', 'Show all # chats']);
    rows.push({ kind: 'more', key: 'more-titles', label });
  }
  if (found.hits.length > 0) rows.push({ kind: 'heading', key: 'heading messages', label: 'Messages' });
  for (const [index, hit] of found.hits.entries()) {
    rows.push({ kind: 'hit', key: `hit ${hit.message.id}`, hit, position: shown.length + index + 1 });
  }
  if (found.hasMore) rows.push({ kind: 'more', key: 'more-messages', label: 'Show older messages' });
  return lay(rows);
}

function lay(rows: readonly ListRow[]): LaidRows {
  const tops: number[] = [];
  let top = 0;
  for (const row of rows) {
    tops.push(top);
    top += ROW_HEIGHT[row.kind];
  }
  return { rows, tops: [...tops, top] };
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
