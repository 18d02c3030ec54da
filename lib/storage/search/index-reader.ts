import { GRAM_MARKS } from '../../domain/search/grams';
import type { AsideDatabase } from '../schema';
import { createGiveWay } from './give-way';
import { LAYOUT, markKeys, partOfKey, stateOf, type SearchPartRow, type UnindexedRow } from './search-rows';

/** What the index says at one moment. */
export interface IndexView {
  /** Texts that it does not know as they are now: all of them, or `MOST_WAITING`. */
  readonly waiting: readonly UnindexedRow[];
  /** The id after which messages were not gone through yet; null where all were. */
  readonly rest: string | null;
  /** By part, the numbers of its messages that may have all that is wanted. */
  readonly found: readonly { readonly part: SearchPartRow; readonly numbers: Uint32Array }[];
}

/**
 * Reads the index for a search. Wanted are lists of marks, of each of which one piece of a message's text must have all;
 * an empty list says nothing.
 */
export type ReadIndex = (wanted: readonly (readonly number[])[]) => Promise<IndexView>;

/** Texts that the index does not know, of which no more are told. */
export const MOST_WAITING = 256;

/** By part, the bits of one mark. */
type MarkBits = ReadonlyMap<string, Uint8Array>;

/** Makes a reader, which keeps the parts that it has read, without their marks: parts never change. */
export function createIndexReader(
  database: Pick<AsideDatabase, 'searchParts' | 'searchMarks' | 'searchState' | 'unindexed' | 'transaction'>,
): ReadIndex {
  const { searchParts, searchMarks, searchState, unindexed } = database;
  let kept: ReadonlyMap<string, SearchPartRow> = new Map();

  async function readParts(): Promise<readonly SearchPartRow[]> {
    const keys = await searchParts.toCollection().primaryKeys();
    const fresh = await searchParts.bulkGet(keys.filter((key) => !kept.has(key)));
    const read = new Map(
      [...kept.values(), ...fresh.filter((part) => part !== undefined)].map((part) => [part.id, part]),
    );
    const parts = keys.flatMap((key) => read.get(key) ?? []);
    kept = new Map(parts.map((part) => [part.id, part]));
    return parts;
  }

  async function readMark(mark: number): Promise<readonly [number, MarkBits]> {
    const [first, last] = markKeys(mark);
    const rows = await searchMarks.where(':id').between(first, last, true, true).toArray();
    return [mark, new Map(rows.map(({ id, bits }) => [partOfKey(id), bits]))];
  }

  return async (wanted) => {
    const saying = wanted.filter((marks) => marks.length > 0);
    // One transaction, so that no text goes from one place to the other between two reads.
    const tables = [searchParts, searchMarks, searchState, unindexed];
    const [rows, waiting, parts, bits] = await database.transaction('r', tables, () =>
      Promise.all([
        searchState.toArray(),
        unindexed.limit(MOST_WAITING).toArray(),
        readParts(),
        Promise.all([...new Set(saying.flat())].map(readMark)),
      ]),
    );
    const state = stateOf(rows);
    if (state.layout?.layout !== LAYOUT) return { waiting, rest: '', found: [] };
    const through = state['gone-through'];
    const byMark = new Map(bits);
    const giveWay = createGiveWay();
    const found: IndexView['found'][number][] = [];
    for (const part of parts) {
      found.push({ part, numbers: candidates(part, saying, byMark) });
      await giveWay();
    }
    return { waiting, rest: through?.done === true ? null : (through?.after ?? ''), found };
  };
}

function candidates(
  part: SearchPartRow,
  saying: readonly (readonly number[])[],
  byMark: ReadonlyMap<number, MarkBits>,
): Uint32Array {
  const count = part.messageIds.length;
  if (saying.length === 0) return Uint32Array.from({ length: count }, (_, number) => number);
  const bitsOf = (mark: number): Uint8Array | undefined => {
    if (part.marks === undefined) return byMark.get(mark)?.get(part.id);
    const stride = part.marks.length / GRAM_MARKS;
    return part.marks.subarray(mark * stride, (mark + 1) * stride);
  };
  const reached = new Uint8Array(count);
  for (const [index, marks] of saying.entries()) {
    eachMessage(part, marks.map(bitsOf), (number) => {
      if (reached[number] === index) reached[number] = index + 1;
    });
  }
  const numbers = new Uint32Array(count);
  let found = 0;
  for (let number = 0; number < count; number += 1) {
    if (reached[number] !== saying.length) continue;
    numbers[found] = number;
    found += 1;
  }
  return numbers.slice(0, found);
}

/** Tells of each message of which a piece has all the bits; bits that are missing say nothing. */
function eachMessage(
  { pieces, firsts }: SearchPartRow,
  all: readonly (Uint8Array | undefined)[],
  tell: (number: number) => void,
): void {
  const there = all.filter((bits) => bits !== undefined);
  let number = 0;
  for (let byte = 0; byte * 8 < pieces; byte += 1) {
    let bits = 255;
    for (const each of there) bits &= each[byte] ?? 0;
    for (let bit = 0; bits !== 0; bit += 1, bits >>= 1) {
      const piece = byte * 8 + bit;
      if ((bits & 1) === 0 || piece >= pieces) continue;
      while (number + 1 < firsts.length && (firsts[number + 1] ?? Infinity) <= piece) number += 1;
      tell(number);
    }
  }
}
