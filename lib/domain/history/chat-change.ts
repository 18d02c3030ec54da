import type { Chat } from '../chat';
import { foldText } from '../fold-text';
import { locale } from '../../words/locale';

/** What a user changes of chats in their list; `on: false` takes the same back. */
export type ChatChange =
  | { readonly kind: 'pin' | 'archive' | 'delete' | 'unread'; readonly on: boolean }
  | { readonly kind: 'tag'; readonly tag: string; readonly on: boolean };

/** Longest tag, in UTF-16 units. */
export const MAX_TAG = 40;

/** The fields of a chat that a change gives it. `now`: milliseconds since the epoch. */
export function changedFields(chat: Chat, change: ChatChange, now: number): Partial<Omit<Chat, 'id'>> {
  switch (change.kind) {
    case 'pin':
      return { pinned: change.on };
    case 'archive':
      return { archived: change.on };
    case 'unread':
      return { unread: change.on };
    case 'delete':
      return { deletedAt: change.on ? (chat.deletedAt ?? now) : null };
    case 'tag': {
      const tag = cleanTag(change.tag);
      const others = tagsOf(chat).filter((each) => !isSameTag(each, tag));
      return { tags: change.on && tag !== '' ? [...others, tag] : others };
    }
  }
}

/** A chat's tags, in the order in which they were given. */
export function tagsOf(chat: Pick<Chat, 'tags'>): readonly string[] {
  return chat.tags ?? [];
}

/** A tag as it is kept: without hash, white space only inside and single. Empty where nothing is left. */
export function cleanTag(typed: string): string {
  const tag = typed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#+\s*/, '');
  return tag
    .slice(0, MAX_TAG)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** Whether two tags are the same but for case and diacritics. */
export function isSameTag(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}

/** Every tag of some chats once, in the order of the alphabet. */
export function allTags(chats: readonly Pick<Chat, 'tags'>[]): readonly string[] {
  const byFolded = new Map<string, string>();
  for (const chat of chats) {
    for (const tag of tagsOf(chat)) {
      const folded = foldText(tag);
      if (!byFolded.has(folded)) byFolded.set(folded, tag);
    }
  }
  return [...byFolded.values()].sort(new Intl.Collator(locale(), { numeric: true }).compare);
}
