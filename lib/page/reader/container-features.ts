import { NO_STATS, type Stats } from './block-stats';
import type { Place } from './place';
import type { Row } from './rows-of-items';

/** What some blocks are together, beside the whole page. */
export function shape(stats: Stats, all: Stats): number[] {
  const average = Math.log(stats.length / Math.max(1, stats.blocks) + 1);
  return [
    stats.length / all.length,
    average,
    stats.links,
    stats.kept,
    stats.sentences,
    Math.log(stats.blocks + 1),
  ];
}

/** The nearest container that is more than the block, the largest below a quarter of the page, and the next above. */
export function containers(place: Place, own: Stats, all: Stats, sums: ReadonlyMap<Place, Stats>): number[] {
  let near: Stats | null = null;
  let part: Stats = own;
  let whole: Stats = all;
  for (let at: Place | null = place; at !== null; at = at.parent) {
    const sum = sums.get(at) ?? NO_STATS;
    if (near === null && sum.blocks >= 3 && sum.length >= 2 * own.length) near = sum;
    if (sum.length > all.length / 4) {
      whole = sum;
      break;
    }
    part = sum;
  }
  return [near ?? own, part, whole].flatMap((stats) => shape(stats, all));
}

/** Of the row of things alike that a block is in. */
export function rowFeatures(row: Row | null, all: Stats): number[] {
  if (row === null) return [0, 0, 0, 0, 0, 0, 0, 0];
  const { items, stats, headed, priced, worded } = row;
  return [
    items,
    stats.length / all.length,
    Math.log(stats.length / items + 1),
    stats.links,
    stats.kept,
    headed,
    priced,
    worded,
  ];
}

/** The places from one upwards, with the steps to each. */
export function pathOf(place: Place | null): Map<Place, number> {
  const path = new Map<Place, number>();
  for (let at = place; at !== null; at = at.parent) path.set(at, path.size);
  return path;
}

/** How far up the title and the block meet: steps from each, and the share of the page that is under that place. */
export function distance(
  place: Place,
  title: ReadonlyMap<Place, number>,
  all: Stats,
  sums: ReadonlyMap<Place, Stats>,
): number[] {
  let steps = 0;
  for (let at: Place | null = place; at !== null; at = at.parent) {
    const other = title.get(at);
    if (other !== undefined) return [steps, other, (sums.get(at)?.length ?? 0) / all.length];
    steps += 1;
  }
  return [-1, -1, -1];
}

const SHARES = [0.05, 0.1, 0.5, 0.75] as const;

/** Of the smallest containers with these shares of the page: their links and sentences. */
export function wider(place: Place, all: Stats, sums: ReadonlyMap<Place, Stats>): number[] {
  const found: number[] = [];
  let at: Place | null = place;
  for (const share of SHARES) {
    while (at.parent !== null && (sums.get(at)?.length ?? 0) < share * all.length) at = at.parent;
    const stats = sums.get(at) ?? NO_STATS;
    found.push(stats.length / all.length, stats.links, stats.sentences, stats.kept);
  }
  return found;
}
