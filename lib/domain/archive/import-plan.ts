import type { ArchivedChat } from './archived-chat';

/** What becomes of the chats of a file: nothing that is stored is changed by any of them. */
export interface ImportPlan {
  /** Chats to be stored. */
  readonly chats: readonly ArchivedChat[];
  /** How many of those come as copies beside one that was changed since, or deleted. */
  readonly copies: number;
  /** How many are stored already, message by message. */
  readonly duplicates: number;
}

/** What a file would bring, for whoever decides about it. */
export interface ImportPreview {
  /** Whose file it is, e.g. “Aside” or “ChatGPT”. */
  readonly source: string;
  readonly chats: number;
  readonly messages: number;
  readonly pictures: number;
  readonly copies: number;
  readonly duplicates: number;
  /** Chats of the file that could not be read. */
  readonly unreadable: number;
  /** The titles of the first of them, newest first. */
  readonly titles: readonly string[];
}

/** Most titles that a preview names. */
const MOST_TITLES = 200;

/** Sums a plan up. */
export function previewPlan(plan: ImportPlan, source: string, unreadable: number): ImportPreview {
  const sum = (count: (chat: ArchivedChat) => number) =>
    plan.chats.reduce((total, chat) => total + count(chat), 0);
  return {
    source,
    chats: plan.chats.length,
    messages: sum(({ messages }) => messages.length),
    pictures: sum(({ pictures }) => pictures.length),
    copies: plan.copies,
    duplicates: plan.duplicates,
    unreadable,
    titles: plan.chats
      .toSorted((a, b) => (b.chat?.updatedAt ?? 0) - (a.chat?.updatedAt ?? 0))
      .slice(0, MOST_TITLES)
      .map(({ chat }) => chat?.title || 'Chat'),
  };
}
