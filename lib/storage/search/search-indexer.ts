import type { Message } from '../../domain/chat';
import { textOf } from '../../domain/content';
import type { MessageId } from '../../domain/ids';
import { createRowReader } from '../read-rows';
import type { AsideDatabase } from '../schema';
import { buildPart, type IndexedMessage } from './build-part';
import { createGoneRemover } from './remove-gone';
import { createPartRewriter } from './rewrite-parts';
import { LAYOUT, stateOf } from './search-rows';

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
export function createSearchIndexer(
  database: AsideDatabase,
  { large = LARGE, now = Date.now }: { readonly large?: number; readonly now?: () => number } = {},
): SearchIndexer {
  const { bodies, messages, unindexed, searchState, searchParts, searchMarks } = database;
  const parts = createPartRewriter(database);
  const gone = createGoneRemover(database, parts, { large, now });
  const skip = () => undefined;
  const read = {
    bodies: createRowReader(bodies, 'bodies', skip),
    messages: createRowReader(messages, 'messages', skip),
  };

  /** Throws an index of another layout away: it is made anew. */
  async function beginAnew(): Promise<void> {
    if (stateOf(await searchState.toArray()).layout?.layout === LAYOUT) return;
    await database.transaction('rw', [searchParts, searchMarks, searchState], async () => {
      await Promise.all([searchParts.clear(), searchMarks.clear(), searchState.clear()]);
      await searchState.put({ id: 'layout', layout: LAYOUT });
    });
  }

  /** Queues what was there before the index was kept. */
  async function goThrough(): Promise<boolean> {
    const state = stateOf(await searchState.toArray())['gone-through'];
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

  /** Makes a part of what waits, if it is worth one, and notes what was deleted. */
  async function indexMore(): Promise<boolean> {
    const waiting = await unindexed.limit(MOST_MESSAGES).toArray();
    if (waiting.length === 0) return false;
    const isThere = new Set<string>(
      await messages
        .where(':id')
        .anyOf(waiting.map(({ messageId }) => messageId as MessageId))
        .primaryKeys(),
    );
    const deleted = waiting.filter(({ messageId }) => !isThere.has(messageId));
    const isWorthIt = waiting.length >= WORTH_A_PART;
    const part = buildPart(isWorthIt ? await takeMessages([...isThere]) : []);
    const done = new Set<string>(part.messageIds);
    const settled = [...deleted, ...waiting.filter(({ messageId }) => done.has(messageId))];
    if (settled.length === 0) return false;
    await database.transaction('rw', [unindexed, searchParts, searchState], async () => {
      const current = await unindexed.bulkGet(settled.map(({ messageId }) => messageId));
      // What was written again meanwhile stays in the queue.
      const same = settled.filter(({ stamp }, index) => current[index]?.stamp === stamp);
      await unindexed.bulkDelete(same.map(({ messageId }) => messageId));
      await gone.note(deleted.map(({ messageId }) => messageId));
      if (part.pieces > 0) await searchParts.put(part);
    });
    return true;
  }

  async function joinSmall(): Promise<boolean> {
    const sizes = (await searchParts.orderBy('small').keys()) as number[];
    if (sizes.reduce((sum, size) => sum + size, 0) < large) return false;
    await parts.rewrite(await searchParts.where('small').above(0).toArray(), () => true, false);
    return true;
  }

  return {
    async step() {
      await beginAnew();
      return (
        (await parts.clearUnfinished()) ||
        (await joinSmall()) ||
        (await indexMore()) ||
        (await goThrough()) ||
        (await gone.remove())
      );
    },
  };
}
