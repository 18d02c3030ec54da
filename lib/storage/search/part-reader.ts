import { GRAM_MARKS } from '../../domain/search/grams';
import type { AsideDatabase } from '../schema';
import { markKey, type SearchPartRow } from './search-rows';

/** Reads the parts of the index. */
export interface PartReader {
  /** Every part as it is now. */
  load(): Promise<readonly SearchPartRow[]>;
  /**
   * The messages of a part, by their number in it, that may have all of these: each a list of marks that one piece of the
   * message's text must have. An empty list says nothing.
   */
  candidates(part: SearchPartRow, wanted: readonly (readonly number[])[]): Promise<readonly number[]>;
}

/** Makes a reader, which keeps what it has read: parts never change. */
export function createPartReader({
  searchParts,
  searchMarks,
}: Pick<AsideDatabase, 'searchParts' | 'searchMarks'>): PartReader {
  let kept = new Map<string, SearchPartRow>();

  async function load(): Promise<readonly SearchPartRow[]> {
    for (;;) {
      const keys = await searchParts.toCollection().primaryKeys();
      const found = await searchParts.bulkGet(keys.filter((key) => !kept.has(key)));
      const read = new Map([
        ...kept,
        ...found.flatMap((part) => (part === undefined ? [] : [[part.id, part] as const])),
      ]);
      kept = new Map(keys.flatMap((key) => (read.has(key) ? [[key, read.get(key) as SearchPartRow]] : [])));
      // Otherwise small parts have just become a large one.
      if (kept.size === keys.length) return [...kept.values()];
    }
  }

  /** The bits of some marks; undefined where they can't be had. */
  async function bitsOf(
    part: SearchPartRow,
    marks: readonly number[],
  ): Promise<readonly (Uint8Array | undefined)[]> {
    const { marks: own } = part;
    if (own === undefined) {
      const rows = await searchMarks.bulkGet(marks.map((mark) => markKey(part.id, mark)));
      return rows.map((row) => row?.bits);
    }
    const stride = own.length / GRAM_MARKS;
    return marks.map((mark) => own.subarray(mark * stride, (mark + 1) * stride));
  }

  return {
    load,
    async candidates(part, wanted) {
      const saying = wanted.filter((marks) => marks.length > 0);
      const marks = [...new Set(saying.flat())];
      const bits = await bitsOf(part, marks);
      const byMark = new Map(marks.map((mark, index) => [mark, bits[index]]));
      const reached = new Uint8Array(part.messageIds.length);
      for (const [index, each] of saying.entries()) {
        const all = each.map((mark) => byMark.get(mark));
        eachMessage(part, all, (number) => {
          if (reached[number] === index) reached[number] = index + 1;
        });
      }
      const numbers: number[] = [];
      for (let number = 0; number < reached.length; number += 1) {
        if (reached[number] === saying.length) numbers.push(number);
      }
      return numbers;
    },
  };
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
