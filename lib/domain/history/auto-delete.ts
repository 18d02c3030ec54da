/** After how many days without use chats may be deleted by themselves. */
export const AUTO_DELETE_DAYS = [30, 90, 180, 365] as const;

/** One of them. */
export type AutoDeleteDays = (typeof AUTO_DELETE_DAYS)[number];

/** Chats last used before this time (ms since the epoch) are unused for so many days. */
export function unusedBefore(days: number, now: number): number {
  return now - days * 24 * 60 * 60 * 1000;
}
