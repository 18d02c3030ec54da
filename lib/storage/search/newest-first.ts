import type { MessageId } from '../../domain/ids';
import type { SearchPartRow } from './search-rows';

/** More messages than one database holds. */
const MOST = 2 ** 22;
/** Seconds before the first chat of all. */
const EPOCH = 946_684_800;

/** The messages of some parts, by their numbers there, in the order of when they were written, the newest first. */
export function* newestFirst(
  found: readonly {
    readonly part: Pick<SearchPartRow, 'messageIds' | 'times'>;
    readonly numbers: readonly number[];
  }[],
): Generator<MessageId> {
  const count = found.reduce((sum, { numbers }) => sum + numbers.length, 0);
  // Time and place in one number each: so the browser's own sort of numbers does it, in a few milliseconds.
  const keys = new Float64Array(count);
  const starts: number[] = [];
  let at = 0;
  let start = 0;
  for (const { part, numbers } of found) {
    starts.push(start);
    for (const number of numbers) {
      const seconds = Math.max(0, Math.floor((part.times[number] ?? 0) / 1000) - EPOCH);
      keys[at] = seconds * MOST + start + number;
      at += 1;
    }
    start += part.messageIds.length;
  }
  keys.sort();
  for (let index = count - 1; index >= 0; index -= 1) {
    const place = (keys[index] ?? 0) % MOST;
    const of = starts.findLastIndex((begin) => begin <= place);
    const id = found[of]?.part.messageIds[place - (starts[of] ?? 0)];
    if (id !== undefined) yield id;
  }
}
