import type { Block } from '../../domain/page';
import type { Passage } from './passages';
import type { RankedPassage } from './rank-passages';

/** A stretch of a block, word for word. */
export interface Quote {
  readonly block: Block;
  readonly text: string;
  /** The passages it is made of, by their indices. */
  readonly indices: readonly number[];
}

/** Characters up to which a quote takes in its neighbours. */
const COMFORTABLE_LENGTH = 400;

/** Share of the best passage's score below which another is noise rather than an answer. */
const WORTH_SHOWING = 0.25;

/**
 * The best passages as quotes that do not overlap, each with as many neighbours from its block as stay comfortable to
 * read: an answer often stands in the sentence next to the one that repeats the question's words.
 */
export function chooseQuotes(
  ranked: readonly RankedPassage[],
  passages: readonly Passage[],
  count: number,
): Quote[] {
  const taken = new Set<number>();
  const scores = new Map(ranked.map(({ passage, score }) => [passage.index, score]));
  const quotes: Quote[] = [];
  const floor = WORTH_SHOWING * (ranked[0]?.score ?? 0);
  for (const { passage, score } of ranked) {
    if (quotes.length === count || score < floor) break;
    if (taken.has(passage.index)) continue;
    const [first, last] = grow(passage, passages, scores, taken);
    const indices = Array.from({ length: last.index - first.index + 1 }, (_, step) => first.index + step);
    for (const index of indices) taken.add(index);
    quotes.push({
      block: passage.block,
      text: passage.block.text.slice(first.span.start, last.span.end),
      indices,
    });
  }
  return quotes;
}

function grow(
  passage: Passage,
  passages: readonly Passage[],
  scores: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): readonly [first: Passage, last: Passage] {
  let first = passage;
  let last = passage;
  for (;;) {
    const sides = [passages[first.index - 1], passages[last.index + 1]].filter((side) => side !== undefined);
    const fitting = sides.filter((side) => {
      const length = Math.max(side.span.end, last.span.end) - Math.min(side.span.start, first.span.start);
      return side.block === passage.block && !taken.has(side.index) && length <= COMFORTABLE_LENGTH;
    });
    const next = fitting.sort((a, b) => (scores.get(b.index) ?? 0) - (scores.get(a.index) ?? 0))[0];
    if (next === undefined) return [first, last];
    if (next.index < first.index) first = next;
    else last = next;
  }
}
