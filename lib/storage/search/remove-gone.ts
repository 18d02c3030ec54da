import type { MessageId } from '../../domain/ids';
import type { AsideDatabase } from '../schema';
import type { PartRewriter } from './rewrite-parts';
import { stateOf, type SearchPartRow } from './search-rows';

/** Takes the marks of deleted messages out of the index. */
export interface GoneRemover {
  /** Notes messages that were deleted; inside a transaction over `searchState`. */
  note(messageIds: readonly string[]): Promise<void>;
  /** Rewrites a part that has some of them, if it is time. Resolves to whether there may be more to do now. */
  remove(): Promise<boolean>;
}

interface GoneRemoverOptions {
  /** Pieces of a large part. */
  readonly large: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A part is rewritten for so many at once, or for fewer when the first has waited so many milliseconds. */
const WORTH_REWRITING = 64;
const LONGEST_WAIT = 60 * 60 * 1000;

/** Makes the remover. */
export function createGoneRemover(
  database: Pick<AsideDatabase, 'messages' | 'searchParts' | 'searchState' | 'transaction'>,
  parts: PartRewriter,
  { large, now }: GoneRemoverOptions,
): GoneRemover {
  const { messages, searchParts, searchState } = database;
  const noted = async () => stateOf(await searchState.toArray()).gone;

  /** The parts one by one, as there may be many. */
  async function* eachPart(): AsyncGenerator<SearchPartRow> {
    for (const id of await searchParts.toCollection().primaryKeys()) {
      const part = await searchParts.get(id);
      if (part !== undefined) yield part;
    }
  }

  async function isRewritten(gone: ReadonlySet<string>): Promise<boolean> {
    for await (const part of eachPart()) {
      if (!part.messageIds.some((id) => gone.has(id))) continue;
      await parts.rewrite([part], (id) => !gone.has(id), part.marks !== undefined);
      return true;
    }
    return false;
  }

  /** Two large parts that have lost so much that they fit into one become one. */
  async function joinShrunken(): Promise<void> {
    let one: SearchPartRow | undefined;
    for await (const part of eachPart()) {
      if (part.marks !== undefined || part.pieces > large / 2) continue;
      if (one !== undefined) return parts.rewrite([one, part], () => true, false);
      one = part;
    }
  }

  return {
    async note(messageIds) {
      if (messageIds.length === 0) return;
      const before = await noted();
      await searchState.put({
        id: 'gone',
        messageIds: [...(before?.messageIds ?? []), ...messageIds],
        since: before?.since ?? now(),
      });
    },

    async remove() {
      const row = await noted();
      if (row === undefined) return false;
      const { messageIds, since } = row;
      const waited = now() - since;
      // A clock that was set back must not make it wait for ever.
      if (messageIds.length < WORTH_REWRITING && waited >= 0 && waited < LONGEST_WAIT) return false;
      const back = await messages
        .where(':id')
        .anyOf(messageIds as readonly MessageId[] as MessageId[])
        .primaryKeys();
      const gone = new Set(messageIds).difference(new Set<string>(back));
      if (await isRewritten(gone)) return true;
      await joinShrunken();
      await database.transaction('rw', searchState, () => searchState.delete('gone'));
      return true;
    },
  };
}
