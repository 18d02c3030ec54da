import { blockTokens } from '../budget';
import type { Block } from '../page';
import { rankBlocks } from './rank-blocks';

/** Of the room this share goes to the beginnings of the page and of its sections, whatever is asked. */
const STRUCTURE_SHARE = 0.1;
/** How much a block's size counts against it: a long one that is to the point is worth its room. */
const COST_POWER = 0.05;
/** So much of the page's beginning says what it is about. */
const LEAD = 3;

/**
 * The blocks of a page that go where not all fit into `tokens`: those that have most to do with the question, with the
 * headings above them, and the beginnings of the page and its sections; whole blocks only, in the page's order. What is
 * selected goes first, then what the user chose (`kept`, by ids). Where the question has nothing to do with the page (“Summarize this”) the beginnings of all
 * sections go, then what follows them.
 */
export function chooseBlocks(
  blocks: readonly Block[],
  question: string,
  tokens: number,
  kept: readonly string[] = [],
): readonly Block[] {
  const costs = blocks.map(blockTokens);
  if (costs.reduce((sum, cost) => sum + cost, 0) <= tokens) return blocks;
  const scores = rankBlocks(blocks, question);
  const taken = new Set<number>();
  const first = new Set(kept);
  let used = 0;
  const take = (index: number, limit: number): void => {
    const cost = costs[index] ?? 0;
    if (taken.has(index) || used + cost > limit) return;
    taken.add(index);
    used += cost;
  };
  const indices = blocks.map((_, index) => index);
  const beginnings = indices.filter((index) => index < LEAD || blocks[index - 1]?.kind === 'heading');
  const ranked = indices.filter((index) => (scores[index] ?? 0) > 0);
  const worth = indices.map((index) => (scores[index] ?? 0) / (costs[index] ?? 1) ** COST_POWER);
  ranked.sort((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0) || one - other);

  for (const index of indices) if (blocks[index]?.selected === true) take(index, tokens);
  for (const index of indices) if (first.has(blocks[index]?.id ?? '')) take(index, tokens);
  for (const index of indices.slice(0, LEAD)) take(index, tokens * STRUCTURE_SHARE);
  for (const index of ranked) {
    take(index, tokens);
    if (taken.has(index)) for (const heading of headingsAbove(blocks, index)) take(heading, tokens);
  }
  for (const index of [...beginnings, ...indices]) take(index, tokens);
  return blocks.filter((_, index) => taken.has(index));
}

/** Where the headings above a block stand. */
function headingsAbove(blocks: readonly Block[], index: number): readonly number[] {
  const found: number[] = [];
  const wanted = [...(blocks[index]?.headings ?? [])];
  for (let at = index - 1; at >= 0 && wanted.length > 0; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== 'heading' || block.text !== wanted.at(-1)) continue;
    wanted.pop();
    found.push(at);
  }
  return found;
}

/** Of what scores best on the whole page, this much a block has to score to be sent after all. */
const WORTH_ADDING = 0.5;

/**
 * What a later question needs more of a page of which `sent` went: the blocks that have most to do with it, in the page's
 * order, within `tokens`. None where what went is as much to the point.
 */
export function moreBlocks(
  blocks: readonly Block[],
  sent: ReadonlySet<string>,
  question: string,
  tokens: number,
): readonly Block[] {
  const scores = rankBlocks(blocks, question, { widely: false });
  const least = Math.max(...scores, 0) * WORTH_ADDING;
  const wanted = blocks
    .map((block, index) => ({ block, score: scores[index] ?? 0 }))
    .filter(({ block, score }) => score > 0 && score >= least && !sent.has(block.id))
    .sort((one, other) => other.score - one.score);
  const taken = new Set<Block>();
  let used = 0;
  for (const { block } of wanted) {
    if (used + blockTokens(block) > tokens) continue;
    taken.add(block);
    used += blockTokens(block);
  }
  return blocks.filter((block) => taken.has(block));
}
