import type { MessageId } from '../../domain/ids';
import type { SearchPartRow } from './search-rows';

/** More messages than one database holds. */
const MOST = 2 ** 22;
/** Seconds before the first chat of all. */
const EPOCH = 946_684_800;
/** Of more messages than this only those are sorted that are asked for. */
const FEW = 1_024;
const DRAWERS = 512;

/** The messages of some parts, by their numbers there, in the order of when they were written, the newest first. */
export function* newestFirst(
  found: readonly {
    readonly part: Pick<SearchPartRow, 'messageIds' | 'times'>;
    readonly numbers: Uint32Array;
  }[],
): Generator<MessageId> {
  const count = found.reduce((sum, { numbers }) => sum + numbers.length, 0);
  // Time and place in one number each: so the browser's own sort of numbers does it.
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
  for (const drawer of drawers(keys)) {
    drawer.sort();
    for (let index = drawer.length - 1; index >= 0; index -= 1) {
      const place = (drawer[index] ?? 0) % MOST;
      const of = starts.findLastIndex((begin) => begin <= place);
      const id = found[of]?.part.messageIds[place - (starts[of] ?? 0)];
      if (id !== undefined) yield id;
    }
  }
}

/** Numbers laid into drawers by their size, the largest first: whoever wants the first few sorts but one drawer. */
function* drawers(keys: Float64Array): Generator<Float64Array> {
  if (keys.length <= FEW) {
    yield keys;
    return;
  }
  let least = Infinity;
  let most = -Infinity;
  for (const key of keys) {
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const width = (most - least) / DRAWERS + 1;
  const drawerOf = (key: number) => Math.floor((key - least) / width);
  const ends = new Uint32Array(DRAWERS + 1);
  for (const key of keys) ends[drawerOf(key) + 1] = (ends[drawerOf(key) + 1] ?? 0) + 1;
  for (let each = 1; each <= DRAWERS; each += 1) ends[each] = (ends[each] ?? 0) + (ends[each - 1] ?? 0);
  const laid = new Float64Array(keys.length);
  const next = ends.slice();
  for (const key of keys) {
    const drawer = drawerOf(key);
    const at = next[drawer] ?? 0;
    laid[at] = key;
    next[drawer] = at + 1;
  }
  for (let each = DRAWERS - 1; each >= 0; each -= 1) {
    const drawer = laid.subarray(ends[each], ends[each + 1]);
    if (drawer.length > 0) yield drawer;
  }
}
