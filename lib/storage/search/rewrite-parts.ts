import { GRAM_MARKS } from '../../domain/search/grams';
import type { MessageId } from '../../domain/ids';
import type { AsideDatabase } from '../schema';
import { copyBits, keepMessages, type KeptMessages } from './copy-bits';
import { markKey, newPartId, type SearchPartRow } from './search-rows';

/** Marks that are written together: others have their turn between. */
const MARKS_AT_ONCE = 256;

interface PartToKeep {
  readonly part: SearchPartRow;
  readonly kept: KeptMessages;
}

/** Makes new parts of old ones, so that whoever reads sees the old or the new, and a kill in between leaves the old. */
export interface PartRewriter {
  /** Some parts as one large one, or as a small one where that is all they are, without the messages that are not kept. */
  rewrite(parts: readonly SearchPartRow[], isKept: (messageId: string) => boolean, small: boolean): Promise<void>;
  /** Deletes marks that have no part. Resolves to whether there were any. */
  clearUnfinished(): Promise<boolean>;
}

/** Makes the rewriter over a database, of which nobody else writes the index. */
export function createPartRewriter(
  database: Pick<AsideDatabase, 'searchParts' | 'searchMarks' | 'searchState' | 'transaction'>,
): PartRewriter {
  const { searchParts, searchMarks, searchState } = database;

  async function unfinished(): Promise<readonly string[]> {
    const row = await searchState.get('unfinished');
    return row?.id === 'unfinished' ? row.partIds : [];
  }

  const noteUnfinished = (partIds: readonly string[]): PromiseLike<unknown> =>
    partIds.length === 0 ? searchState.delete('unfinished') : searchState.put({ id: 'unfinished', partIds });

  /** Puts the new part in the place of the old ones; their rows of marks, and no more the new one's, are to be deleted. */
  async function exchange(old: readonly SearchPartRow[], part: SearchPartRow): Promise<void> {
    await database.transaction('rw', [searchParts, searchState], async () => {
      if (part.pieces > 0) await searchParts.put(part);
      await searchParts.bulkDelete(old.map(({ id }) => id));
      const large = old.filter(({ marks }) => marks === undefined).map(({ id }) => id);
      const noted = (await unfinished()).filter((id) => id !== part.id || part.pieces === 0);
      await noteUnfinished([...noted, ...large]);
    });
  }

  /** Some marks of the new part, from the first. */
  async function marksOf(
    from: readonly PartToKeep[],
    { pieces }: Pick<SearchPartRow, 'pieces'>,
    first: number,
    count: number,
  ): Promise<readonly Uint8Array[]> {
    const joined = Array.from({ length: count }, () => new Uint8Array(Math.ceil(pieces / 8)));
    for (const { part, kept } of from) {
      const { marks } = part;
      const keys = joined.map((_, index) => markKey(first + index, part.id));
      const rows = marks === undefined ? await searchMarks.bulkGet(keys) : [];
      const stride = (marks?.length ?? 0) / GRAM_MARKS;
      for (const [index, target] of joined.entries()) {
        const at = (first + index) * stride;
        const source = marks === undefined ? rows[index]?.bits : marks.subarray(at, at + stride);
        if (source !== undefined) copyBits(source, target, kept.runs);
      }
    }
    return joined;
  }

  return {
    async rewrite(parts, isKept, small) {
      const from: PartToKeep[] = [];
      let pieces = 0;
      for (const part of parts) {
        const kept = keepMessages(part, isKept, pieces);
        pieces += kept.pieces;
        from.push({ part, kept });
      }
      const part: SearchPartRow = { id: newPartId(), pieces, ...messagesOf(from) };
      if (pieces === 0) return exchange(parts, part);
      if (small) {
        const all = await marksOf(from, part, 0, GRAM_MARKS);
        const marks = new Uint8Array(GRAM_MARKS * Math.ceil(pieces / 8));
        for (const [mark, bits] of all.entries()) marks.set(bits, mark * bits.length);
        return exchange(parts, { ...part, small: pieces, marks });
      }
      await database.transaction('rw', searchState, async () =>
        noteUnfinished([...(await unfinished()), part.id]),
      );
      for (let first = 0; first < GRAM_MARKS; first += MARKS_AT_ONCE) {
        const bits = await marksOf(from, part, first, MARKS_AT_ONCE);
        await database.transaction('rw', searchMarks, () =>
          searchMarks.bulkPut(bits.map((each, index) => ({ id: markKey(first + index, part.id), bits: each }))),
        );
      }
      return exchange(parts, part);
    },

    async clearUnfinished() {
      const partIds = await unfinished();
      for (const partId of partIds) {
        for (let first = 0; first < GRAM_MARKS; first += MARKS_AT_ONCE) {
          await database.transaction('rw', searchMarks, () =>
            searchMarks.bulkDelete(
              Array.from({ length: MARKS_AT_ONCE }, (_, index) => markKey(first + index, partId)),
            ),
          );
        }
      }
      if (partIds.length > 0)
        await database.transaction('rw', searchState, () => searchState.delete('unfinished'));
      return partIds.length > 0;
    },
  };
}

function messagesOf(from: readonly PartToKeep[]): Pick<SearchPartRow, 'messageIds' | 'times' | 'firsts'> {
  const messageIds: MessageId[] = [];
  const times: number[] = [];
  const firsts: number[] = [];
  let start = 0;
  for (const { part, kept } of from) {
    for (const number of kept.numbers) {
      const first = part.firsts[number] ?? 0;
      messageIds.push(part.messageIds[number] as MessageId);
      times.push(part.times[number] ?? 0);
      firsts.push(start);
      start += (part.firsts[number + 1] ?? part.pieces) - first;
    }
  }
  return { messageIds, times: Float64Array.from(times), firsts: Uint32Array.from(firsts) };
}
