import { weigh, type Place, type RawBlock } from './place';

/** Measured facts of a block, or summed up of many. */
export interface Stats {
  readonly length: number;
  /** Shares of the length, 0 to 1. */
  readonly links: number;
  readonly controls: number;
  /** Share that the extractor keeps. */
  readonly kept: number;
  /** Sentence punctuation per 100 characters. */
  readonly sentences: number;
  readonly blocks: number;
}

export const NO_STATS: Stats = { length: 0, links: 0, controls: 0, kept: 0, sentences: 0, blocks: 0 };

/** Facts of one block; `kept` numbers the elements that the extractor keeps. */
export function statsOf(block: RawBlock, kept: ReadonlySet<number>): Stats {
  const length = weigh(block) || 1;
  const marks = block.text.match(/[.,;:!?。、，！？；：،؟।]/gu)?.length ?? 0;
  return {
    length,
    links: weigh(block, (place) => place.link) / length,
    controls: weigh(block, (place) => place.control) / length,
    kept: weigh(block, (place) => kept.has(place.number)) / length,
    sentences: (100 * marks) / length,
    blocks: 1,
  };
}

/** The facts of all blocks together, weighted by length. */
export function sumStats(some: readonly Stats[]): Stats {
  const length = some.reduce((sum, stats) => sum + stats.length, 0);
  if (length === 0) return NO_STATS;
  const share = (of: (stats: Stats) => number): number =>
    some.reduce((sum, stats) => sum + of(stats) * stats.length, 0) / length;
  return {
    length,
    links: share((stats) => stats.links),
    controls: share((stats) => stats.controls),
    kept: share((stats) => stats.kept),
    sentences: share((stats) => stats.sentences),
    blocks: some.reduce((sum, stats) => sum + stats.blocks, 0),
  };
}

/** The summed facts of every element that holds blocks. */
export function statsByPlace(blocks: readonly RawBlock[], stats: readonly Stats[]): Map<Place, Stats> {
  const sums = new Map<Place, Writable<Stats>>();
  for (const [index, block] of blocks.entries()) {
    const own = stats[index] ?? NO_STATS;
    for (let at: Place | null = block.place; at !== null; at = at.parent) {
      const sum = sums.get(at) ?? { ...NO_STATS };
      sum.length += own.length;
      sum.blocks += 1;
      sum.links += own.links * own.length;
      sum.controls += own.controls * own.length;
      sum.kept += own.kept * own.length;
      sum.sentences += own.sentences * own.length;
      sums.set(at, sum);
    }
  }
  for (const sum of sums.values()) {
    for (const key of ['links', 'controls', 'kept', 'sentences'] as const) sum[key] /= sum.length;
  }
  return sums;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
