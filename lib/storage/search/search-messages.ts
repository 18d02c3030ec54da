import { textLength, textOf } from '../../domain/content';
import type { Message } from '../../domain/chat';
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
import { createIndexReader, MOST_WAITING, type IndexView } from './index-reader';
import { createWaitingTexts } from './waiting-texts';

/** Messages that are read together: at first, at most, and UTF-16 units of text that they should not go over. */
const FIRST_BATCH = 32;
const MOST_AT_ONCE = 256;
const TEXT_AT_ONCE = 200_000;

/** What came of looking at some messages. */
interface Looked {
  readonly hits: readonly MessageHit[];
  /** UTF-16 units of text that were read. */
  readonly length: number;
}

/**
 * Makes the search over the database. The index says which messages may be meant; what is told was read in its own row,
 * so that nothing is told which is gone. What the index does not know yet is read by itself.
 */
export function createMessageSearch(
  database: Omit<AsideDatabase, 'keys' | 'locks'>,
  onUnreadable: OnUnreadable = () => undefined,
): SearchMessages {
  const { bodies, unindexed } = database;
  const readIndex = createIndexReader(database);
  const read = {
    bodies: createRowReader(bodies, 'bodies', onUnreadable),
    messages: createRowReader(database.messages, 'messages', onUnreadable),
    chats: createRowReader(database.chats, 'chats', onUnreadable),
  };

  const waitingTexts = createWaitingTexts(read.bodies);

  /** Those of some messages that are meant, by their texts. `rows`: their rows, as far as they were read. */
  async function meant(
    texts: ReadonlyMap<string, string>,
    query: SearchQuery,
    rows: readonly Message[],
  ): Promise<readonly MessageHit[]> {
    const parentIds = query.filters.site === undefined ? [] : rows.flatMap(({ parentId }) => parentId ?? []);
    const parents = new Map((await read.messages.getAll(parentIds)).map((row) => [row.id, row]));
    const wanted = rows.filter((row) => isRowWanted(row, parents.get(row.parentId ?? ('' as MessageId)), query));
    const chatRows = await read.chats.getAll([...new Set(wanted.map(({ chatId }) => chatId))]);
    const wantedChats = new Map(
      chatRows.filter((chat) => isChatWanted(chat, query)).map((chat) => [chat.id, chat]),
    );
    return wanted.flatMap((message) => {
      const chat = wantedChats.get(message.chatId);
      const text = texts.get(message.id);
      return chat === undefined || text === undefined ? [] : [{ message, chat, text }];
    });
  }

  /** Reads messages and gives those that are meant, and how long the texts were that had to be read. */
  async function readMeant(ids: readonly string[], query: SearchQuery): Promise<Looked> {
    // Most of what the index names is meant.
    const [found, rows] = await Promise.all([read.bodies.getAll(ids), read.messages.getAll(ids)]);
    const texts = new Map<string, string>();
    let length = 0;
    for (const { messageId, parts } of found) {
      length += textLength(parts);
      const text = textOf(parts);
      if (isTextWanted(text, query)) texts.set(messageId, text);
    }
    const there = rows.filter(({ id }) => texts.has(id));
    return { hits: there.length === 0 ? [] : await meant(texts, query, there), length };
  }

  /** The messages with the thumb that is looked for; null where none is. */
  async function rated({ filters }: SearchQuery): Promise<ReadonlySet<string> | null> {
    if (filters.rating === undefined) return null;
    const given = await database.feedback.toArray();
    return new Set(given.filter(({ rating }) => rating === filters.rating).map(({ messageId }) => messageId));
  }

  function inTime(
    { found }: Pick<IndexView, 'found'>,
    { filters: { from, to } }: SearchQuery,
  ): Iterable<MessageId> {
    if (from === undefined && to === undefined) return newestFirst(found);
    const isInTime = (time = 0) => time >= (from ?? -Infinity) && time < (to ?? Infinity);
    return newestFirst(
      found.map(({ part, numbers }) => ({ part, numbers: numbers.filter((each) => isInTime(part.times[each])) })),
    );
  }

  return async (query, limit, tell, signal) => {
    const wanted = marksOf(query);
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
        const { hits: more, length } = await readMeant(batch, query);
        signal.throwIfAborted();
        hits = [...hits, ...more];
        count += more.length;
        if (count > enough) return true;
        const perMessage = Math.max(1, length / batch.length);
        size = Math.max(1, Math.min(MOST_AT_ONCE, 2 * size, Math.floor(TEXT_AT_ONCE / perMessage)));
      }
    }

    const view = await readIndex(wanted);
    signal.throwIfAborted();
    const isShort = view.waiting.length < MOST_WAITING;
    if (isShort) {
      const texts = await waitingTexts(view.waiting);
      const fitting = [...texts].filter(([id, text]) => isMeant(id) && isTextWanted(text, query));
      const rows = await read.messages.getAll(fitting.map(([id]) => id));
      for (const { messageId } of view.waiting) seen.add(messageId);
      hits = await meant(new Map(fitting), query, rows);
    }
    const isFull = await lookThrough(inTime(view, query), limit);
    const say = (isComplete: boolean) =>
      tell({ hits: newestHits(hits, limit), hasMore: isFull || hits.length > limit, isComplete });
    if (!isShort || view.rest !== null) {
      say(false);
      // Not in order of time, so all of it.
      for (let after: string | null = isShort ? null : ''; after !== null;) {
        const keys: string[] = await unindexed.where(':id').above(after).limit(MOST_AT_ONCE).primaryKeys();
        await lookThrough(keys, Infinity);
        say(false);
        after = keys.at(-1) ?? null;
      }
      for (let after = view.rest; after !== null;) {
        const keys: string[] = await bodies.where(':id').above(after).limit(MOST_AT_ONCE).primaryKeys();
        await lookThrough(keys, Infinity);
        say(false);
        after = keys.at(-1) ?? null;
      }
      // What went into the index meanwhile was perhaps not met on the way.
      const known = new Set(view.found.map(({ part }) => part.id));
      const { found } = await readIndex(wanted);
      await lookThrough(inTime({ found: found.filter(({ part }) => !known.has(part.id)) }, query), limit);
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
