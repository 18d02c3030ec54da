import type { Message } from '../../domain/chat';
import { textOf } from '../../domain/content';
import type { MessageId } from '../../domain/ids';
import { createRowReader } from '../read-rows';
import type { AsideDatabase } from '../schema';
import { buildPart, joinParts, type IndexedMessage } from './build-part';
import { markKey } from './search-rows';

/** Brings the index of texts up to date, a step at a time. */
export interface SearchIndexer {
  /** Does a little. Resolves to whether there is more to do now. */
  step(): Promise<boolean>;
}

/** Fewer messages are not worth a part: a search reads them by themselves. */
const WORTH_A_PART = 48;
/** Messages that one step takes, and UTF-16 units after which it takes no more. */
const MOST_MESSAGES = 256;
const MOST_TEXT = 1_000_000;
/** Messages of before the index that are gone through at once. */
const GONE_THROUGH = 2_000;
/** Pieces of small parts that become a large one. */
export const LARGE = 16_384;

/** Makes the indexer over a database, of which it is the only writer of the index. */
export function createSearchIndexer(database: AsideDatabase, large = LARGE): SearchIndexer {
  const { bodies, messages, unindexed, searchState, searchParts, searchMarks } = database;
  const skip = () => undefined;
  const read = {
    bodies: createRowReader(bodies, 'bodies', skip),
    messages: createRowReader(messages, 'messages', skip),
  };

  /** Queues what was there before the index was kept. */
  async function goThrough(): Promise<boolean> {
    const state = await searchState.get('gone-through');
    if (state?.done === true) return false;
    const after = state?.after ?? '';
    const keys = await bodies.where(':id').above(after).limit(GONE_THROUGH).primaryKeys();
    await database.transaction('rw', [unindexed, searchState], async () => {
      const known = await unindexed.bulkGet(keys);
      const fresh = keys.filter((_, index) => known[index] === undefined);
      await unindexed.bulkPut(fresh.map((messageId) => ({ messageId, stamp: Math.random() })));
      const done = keys.length < GONE_THROUGH;
      await searchState.put({ id: 'gone-through', after: keys.at(-1) ?? state?.after ?? null, done });
    });
    return keys.length > 0;
  }

  async function takeMessages(ids: readonly string[]): Promise<readonly IndexedMessage[]> {
    const rows = (await read.messages.getAll(ids)).filter(({ status }) => status !== 'streaming');
    const found = await read.bodies.getAll(rows.map(({ id }) => id));
    const texts = new Map(found.map(({ messageId, parts }) => [messageId, textOf(parts)]));
    const asked = new Set(
      rows.flatMap(({ page, parentId }) => (page === null && parentId !== null ? [parentId] : [])),
    );
    const parents = new Map((await read.messages.getAll([...asked])).map((row) => [row.id, row]));
    const urlOf = ({ page, parentId }: Message): string | null =>
      (page ?? (parentId === null ? undefined : parents.get(parentId)?.page))?.url ?? null;
    const taken: IndexedMessage[] = [];
    let length = 0;
    for (const message of rows) {
      if (length > MOST_TEXT) break;
      const text = texts.get(message.id) ?? '';
      length += text.length;
      taken.push({ message, text, url: urlOf(message) });
    }
    return taken;
  }

  /** Makes a part of what waits, if it is worth one. */
  async function indexMore(): Promise<boolean> {
    const waiting = await unindexed.limit(MOST_MESSAGES).toArray();
    if (waiting.length < WORTH_A_PART) return false;
    const taken = await takeMessages(waiting.map(({ messageId }) => messageId));
    const part = buildPart(taken);
    const isThere = new Set<string>(
      await messages
        .where(':id')
        .anyOf(waiting.map(({ messageId }) => messageId as MessageId))
        .primaryKeys(),
    );
    const done = new Set<string>(part.messageIds);
    const settled = waiting.filter(({ messageId }) => done.has(messageId) || !isThere.has(messageId));
    await database.transaction('rw', [unindexed, searchParts], async () => {
      const now = await unindexed.bulkGet(settled.map(({ messageId }) => messageId));
      // What was written again meanwhile stays in the queue.
      const same = settled.filter(({ stamp }, index) => now[index]?.stamp === stamp);
      await unindexed.bulkDelete(same.map(({ messageId }) => messageId));
      if (part.pieces > 0) await searchParts.put(part);
    });
    return settled.length > 0;
  }

  async function joinSmall(): Promise<boolean> {
    const sizes = (await searchParts.orderBy('small').keys()) as number[];
    if (sizes.reduce((sum, size) => sum + size, 0) < large) return false;
    const small = await searchParts.where('small').above(0).toArray();
    const { part, marks } = joinParts(small);
    await database.transaction('rw', [searchParts, searchMarks], async () => {
      await searchMarks.bulkPut(marks.map((bits, mark) => ({ id: markKey(part.id, mark), bits })));
      await searchParts.put(part);
      await searchParts.bulkDelete(small.map(({ id }) => id));
    });
    return true;
  }

  return {
    async step() {
      return (await joinSmall()) || (await indexMore()) || (await goThrough());
    },
  };
}
