import { textOf } from '../../domain/content';
import {
  isChatWanted,
  isRowWanted,
  isTextWanted,
  newestHits,
  type MessageHit,
  type SearchMessages,
} from '../../domain/search/message-hit';
import type { Queries } from '../../storage/queries';

/** Makes a search that reads every chat: for the few that are kept in memory. */
export function createScanSearch(
  queries: Pick<Queries, 'chats' | 'messages' | 'bodies' | 'feedback'>,
): SearchMessages {
  return async (query, limit, tell, signal) => {
    const hits: MessageHit[] = [];
    for (const chat of (await queries.chats()).filter((each) => isChatWanted(each, query))) {
      const messages = await queries.messages(chat.id);
      const byId = new Map(messages.map((message) => [message.id, message]));
      const wanted = messages.filter((message) =>
        isRowWanted(message, message.parentId === null ? undefined : byId.get(message.parentId), query),
      );
      const ids = wanted.map(({ id }) => id);
      const { rating } = query.filters;
      const given = rating === undefined ? [] : await queries.feedback(ids);
      const rated = new Set(given.filter((each) => each.rating === rating).map(({ messageId }) => messageId));
      const texts = new Map((await queries.bodies(ids)).map(({ messageId, parts }) => [messageId, textOf(parts)]));
      signal.throwIfAborted();
      for (const message of wanted) {
        const text = texts.get(message.id) ?? '';
        const isRated = rating === undefined || rated.has(message.id);
        if (isRated && isTextWanted(text, query)) hits.push({ message, chat, text });
      }
    }
    tell({ hits: newestHits(hits, limit), hasMore: hits.length > limit, isComplete: true });
  };
}
