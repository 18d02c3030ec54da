import type { SearchPartRow } from './search-rows';

/** Neighbouring pieces that go from one row of bits to another. */
export interface BitRun {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A part without some of its messages, as it goes into a new one. */
export interface KeptMessages {
  /** The numbers of the messages that stay. */
  readonly numbers: readonly number[];
  readonly runs: readonly BitRun[];
  /** How many pieces these have. */
  readonly pieces: number;
}

/** What stays of a part. `start`: where its pieces begin in the new one. */
export function keepMessages(
  { messageIds, firsts, pieces }: Pick<SearchPartRow, 'messageIds' | 'firsts' | 'pieces'>,
  isKept: (messageId: string) => boolean,
  start: number,
): KeptMessages {
  const numbers: number[] = [];
  const runs: { from: number; to: number; count: number }[] = [];
  let to = start;
  for (const [number, messageId] of messageIds.entries()) {
    if (!isKept(messageId)) continue;
    const from = firsts[number] ?? 0;
    const count = (firsts[number + 1] ?? pieces) - from;
    numbers.push(number);
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.count === from) last.count += count;
    else runs.push({ from, to, count });
    to += count;
  }
  return { numbers, runs, pieces: to - start };
}

/** Adds the bits of some runs to a row; of what `source` lacks there are none. */
export function copyBits(source: Uint8Array, target: Uint8Array, runs: readonly BitRun[]): void {
  for (const { from, to, count } of runs) {
    for (let done = 0; done < count;) {
      const at = to + done;
      const room = 8 - (at & 7);
      const bits = Math.min(room, count - done);
      const place = from + done;
      const two = (source[place >> 3] ?? 0) | ((source[(place >> 3) + 1] ?? 0) << 8);
      const wanted = (two >> (place & 7)) & ((1 << bits) - 1);
      target[at >> 3] = (target[at >> 3] ?? 0) | (wanted << (at & 7));
      done += bits;
    }
  }
}
