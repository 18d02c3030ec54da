import type { Chat, Message } from '../chat';
import { foldForFind } from '../find-text';
import { isSameTag, tagsOf } from '../history/chat-change';
import { hasCode, hasTerms, siteNames, type SearchQuery } from './search-query';

/** A message that was found, with its text and its chat. */
export interface MessageHit {
  readonly message: Message;
  readonly chat: Chat;
  readonly text: string;
}

/** What was found so far. */
export interface FoundMessages {
  /** The newest first. */
  readonly hits: readonly MessageHit[];
  /** Whether there may be more, older ones. */
  readonly hasMore: boolean;
  /** Whether all was looked through that had to be. */
  readonly isComplete: boolean;
}

export const NOTHING_FOUND: FoundMessages = { hits: [], hasMore: false, isComplete: true };

/**
 * Searches messages. `tell` hears of what was found, perhaps several times, the last time with `isComplete`; at most
 * `limit` messages. Rejects with the reason of `signal` when that is aborted, and with the storage's own error.
 */
export type SearchMessages = (
  query: SearchQuery,
  limit: number,
  tell: (found: FoundMessages) => void,
  signal: AbortSignal,
) => Promise<void>;

/** Whether a text is looked for. */
export function isTextWanted(text: string, { terms, filters }: SearchQuery): boolean {
  if (filters.hasCode === true && !hasCode(text)) return false;
  return terms.length === 0 || hasTerms(foldForFind(text), terms);
}

/** Whether a message is looked for, but for its text and its thumb. `parent`: what it follows. */
export function isRowWanted(message: Message, parent: Message | undefined, { filters }: SearchQuery): boolean {
  const { from = -Infinity, to = Infinity, model, site } = filters;
  if (message.deletion !== undefined && message.deletion !== null) return false;
  if (message.createdAt < from || message.createdAt >= to) return false;
  const ref = message.modelRef;
  if (model !== undefined && (ref?.providerId !== model.providerId || ref.model !== model.model)) return false;
  if (site === undefined) return true;
  const url = (message.page ?? parent?.page)?.url;
  return url !== undefined && siteNames(url).includes(site);
}

/** Whether a chat's messages are looked for: it is there, not cleared, and has the tag. */
export function isChatWanted(chat: Chat, { filters: { tag } }: SearchQuery): boolean {
  if (chat.deletedAt !== null || chat.leafId === null) return false;
  return tag === undefined || tagsOf(chat).some((each) => isSameTag(each, tag));
}

/** The newest of all hits, each message once. */
export function newestHits(hits: readonly MessageHit[], limit: number): readonly MessageHit[] {
  const once = [...new Map(hits.map((hit) => [hit.message.id, hit])).values()];
  return once.sort((a, b) => b.message.createdAt - a.message.createdAt).slice(0, limit);
}
