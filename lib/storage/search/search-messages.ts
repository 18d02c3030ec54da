import { textLength, textOf } from '../../domain/content';
import type { MessageId } from '../../domain/ids';
import { factMarks, termMarks } from '../../domain/search/grams';
import {
  isChatWanted,
  isRowWanted,
  isTextWanted,
  newestHits,
  type MessageHit,
  type SearchMessages,
} from '../../domain/search/message-hit';
import type { SearchQuery } from '../../domain/search/search-query';
import { createRowReader, type OnUnreadable } from '../read-rows';
import type { AsideDatabase } from '../schema';
import { modelFact, siteFact } from './build-part';
import { newestFirst } from './newest-first';
import { createPartReader } from './part-reader';
import type { SearchPartRow } from './search-rows';

/** Messages that are read together: at first, at most, and UTF-16 units of text that they should not go over. */
const FIRST_BATCH = 32;
const MOST_AT_ONCE = 256;
const TEXT_AT_ONCE = 400_000;

/**
 * Makes the search over the database. The index says which messages may be meant; what is told was read in its own row,
 * so that nothing is told which is gone. What the index does not know yet is read by itself.
 */
export function createMessageSearch(
  database: Omit<AsideDatabase, 'keys' | 'locks'>,
  onUnreadable: OnUnreadable = () => undefined,
): SearchMessages {
  const { bodies, unindexed, searchState } = database;
  const parts = createPartReader(database);
  const read = {
    bodies: createRowReader(bodies, 'bodies', onUnreadable),
    messages: createRowReader(database.messages, 'messages', onUnreadable),
    chats: createRowReader(database.chats, 'chats', onUnreadable),
  };

  /** Those of some messages that are meant, and how long the texts were that had to be read. */
  async function meant(
    ids: readonly string[],
    query: SearchQuery,
  ): Promise<{ readonly hits: readonly MessageHit[]; readonly length: number }> {
    const found = await read.bodies.getAll(ids);
    const texts = new Map<MessageId, string>();
    let length = 0;
    for (const { messageId, parts: body } of found) {
      length += textLength(body);
      const text = textOf(body);
      if (isTextWanted(text, query)) texts.set(messageId, text);
    }
    if (texts.size === 0) return { hits: [], length };
    const rows = await read.messages.getAll([...texts.keys()]);
    const asksParents = query.filters.site !== undefined;
    const parentIds = asksParents ? rows.flatMap(({ parentId }) => parentId ?? []) : [];
    const parents = new Map((await read.messages.getAll(parentIds)).map((row) => [row.id, row]));
    const wanted = rows.filter((row) => isRowWanted(row, parents.get(row.parentId ?? ('' as MessageId)), query));
    const chatRows = await read.chats.getAll([...new Set(wanted.map(({ chatId }) => chatId))]);
    const chats = new Map(chatRows.filter((chat) => isChatWanted(chat, query)).map((chat) => [chat.id, chat]));
    const hits = wanted.flatMap((message) => {
      const chat = chats.get(message.chatId);
      const text = texts.get(message.id);
      return chat === undefined || text === undefined ? [] : [{ message, chat, text }];
    });
    return { hits, length };
  }

  /** The messages with the thumb that is looked for; null where none is. */
  async function rated({ filters }: SearchQuery): Promise<ReadonlySet<string> | null> {
    if (filters.rating === undefined) return null;
    const given = await database.feedback.toArray();
    return new Set(given.filter(({ rating }) => rating === filters.rating).map(({ messageId }) => messageId));
  }

  async function candidates(query: SearchQuery): Promise<Iterable<MessageId>> {
    const wanted = marksOf(query);
    const { from = -Infinity, to = Infinity } = query.filters;
    const all: { readonly part: SearchPartRow; readonly numbers: readonly number[] }[] = [];
    for (const part of await parts.load()) {
      const numbers = await parts.candidates(part, wanted);
      const inTime = (number: number) => {
        const time = part.times[number] ?? 0;
        return time >= from && time < to;
      };
      const isAnyTime = from === -Infinity && to === Infinity;
      all.push({ part, numbers: isAnyTime ? numbers : numbers.filter(inTime) });
    }
    return newestFirst(all);
  }

  return async (query, limit, tell, signal) => {
    // In the way that messages take: what goes on meanwhile is seen twice rather than not at all.
    const state = await searchState.get('gone-through');
    const waiting = await unindexed.toCollection().primaryKeys();
    const thumbs = await rated(query);
    const isMeant = (id: string) => thumbs === null || thumbs.has(id);
    const seen = new Set<string>();
    let hits: readonly MessageHit[] = [];
    signal.throwIfAborted();

    /** Looks through messages, the next ones of an order, until there are enough or no more. Tells whether there are enough. */
    async function lookThrough(ids: Iterable<string>, enough: number): Promise<boolean> {
      const order = ids[Symbol.iterator]();
      let size = FIRST_BATCH;
      let count = 0;
      for (;;) {
        const batch: string[] = [];
        while (batch.length < size) {
          const next = order.next();
          if (next.done === true) break;
          if (seen.has(next.value) || !isMeant(next.value)) continue;
          seen.add(next.value);
          batch.push(next.value);
        }
        if (batch.length === 0) return false;
        const { hits: more, length } = await meant(batch, query);
        signal.throwIfAborted();
        hits = [...hits, ...more];
        count += more.length;
        if (count > enough) return true;
        const perMessage = Math.max(1, length / batch.length);
        size = Math.max(1, Math.min(MOST_AT_ONCE, 2 * size, Math.floor(TEXT_AT_ONCE / perMessage)));
      }
    }

    const isShort = waiting.length <= MOST_AT_ONCE;
    if (isShort) await lookThrough(waiting, Infinity);
    const isFull = await lookThrough(await candidates(query), limit);
    const say = (isComplete: boolean) =>
      tell({ hits: newestHits(hits, limit), hasMore: isFull || hits.length > limit, isComplete });
    const rest = state?.done === true ? null : (state?.after ?? '');
    if (!isShort || rest !== null) {
      say(false);
      // Not in order of time, so all of it.
      for (let at = 0; !isShort && at < waiting.length; at += MOST_AT_ONCE) {
        await lookThrough(waiting.slice(at, at + MOST_AT_ONCE), Infinity);
        say(false);
      }
      for (let after = rest; after !== null;) {
        const keys = await bodies.where(':id').above(after).limit(MOST_AT_ONCE).primaryKeys();
        await lookThrough(keys, Infinity);
        say(false);
        after = keys.at(-1) ?? null;
      }
    }
    say(true);
  };
}

/** What the index must know of a message for it to be meant. */
function marksOf({ terms, filters }: SearchQuery): readonly (readonly number[])[] {
  return [
    ...terms.map(termMarks),
    ...(filters.model === undefined ? [] : [factMarks(modelFact(filters.model))]),
    ...(filters.site === undefined ? [] : [factMarks(siteFact(filters.site))]),
  ];
}
