import type { Chat } from '../chat';
import { formatDate } from '../../words/format';

/** Chats under one heading, in their order. */
export interface ChatGroup<Item> {
  readonly label: string;
  readonly chats: readonly Item[];
}

type Grouped = Pick<Chat, 'pinned' | 'updatedAt'>;

/**
 * Groups chats, in their order: the pinned ones first, then by how long ago they were used, by the calendar of `now`:
 * today, yesterday, the seven days before, then by month.
 */
export function groupChats<Item extends Grouped>(chats: readonly Item[], now: Date): readonly ChatGroup<Item>[] {
  // By the calendar: a day may have 23 or 25 hours.
  const daysAgo = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime();
  const [today, yesterday, week] = [daysAgo(0), daysAgo(1), daysAgo(8)];
  const monthOf = monthLabels();
  const labelOf = ({ pinned, updatedAt }: Grouped): string => {
    if (pinned) return 'Pinned';
    if (updatedAt >= today) return 'Today';
    if (updatedAt >= yesterday) return 'Yesterday';
    if (updatedAt >= week) return 'Previous 7 days';
    return monthOf(updatedAt);
  };
  const groups = new Map<string, Item[]>();
  for (const chat of chats) {
    const label = labelOf(chat);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [chat]);
    else group.push(chat);
  }
  const isPinned = (label: string) => Number(label === 'Pinned');
  return [...groups]
    .map(([label, grouped]) => ({ label, chats: grouped }))
    .sort((a, b) => isPinned(b.label) - isPinned(a.label));
}

/** Names months as the browser's language does; each is written once. */
function monthLabels(): (time: number) => string {
  let start = Infinity;
  let end = -Infinity;
  let label = '';
  return (time) => {
    if (time >= start && time < end) return label;
    const date = new Date(time);
    start = new Date(date.getFullYear(), date.getMonth(), 1).getTime();
    end = new Date(date.getFullYear(), date.getMonth() + 1, 1).getTime();
    label = formatDate(date, { month: 'long', year: 'numeric' });
    return label;
  };
}
