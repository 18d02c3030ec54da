import { bestCut } from './best-cut';
import { featuresOf } from './block-features';
import { contentChance } from './content-model';
import type { Gathered } from './gather-page';
import type { RawBlock } from './place';
import { takeRepeatedItems } from './repeated-items';

/** Where content and boilerplate part on the average page; a single page's own cut moves half the way from there. */
const USUAL_CUT = 0.27;
const NEAR_TITLE = 10;
const SHORT = 60;
const PRICE =
  /(?:[$€£¥₹₩]|\b(?:USD|EUR|GBP|CHF|kr|zł)\b)\s?\d|\d\s?(?:[$€£¥₹₩円元]|\b(?:USD|EUR|GBP|CHF|kr|zł)\b)/;

/** On a page of few characters leaving out wins nothing. */
const SHORT_PAGE = 1_500;
const GAP = 2;
const NOT_UNLIKELY = 0.1;

/**
 * The blocks that are the page's content: never none while there is any. What labellers of pages call content leaves out
 * things that questions are about, so the page's title, its price and the headings of what is taken come along, as do
 * small gaps.
 */
export function chooseBlocks({ blocks, main }: Pick<Gathered, 'blocks' | 'main'>): readonly RawBlock[] {
  const chances = featuresOf(blocks, main).map((features) => contentChance(features));
  const cut = cutFor(blocks, chances);
  const taken = chances.map((chance) => chance >= cut);
  fillGaps(taken, chances);
  takeRepeatedItems(taken, blocks);
  addContext(taken, blocks);
  return blocks.filter((_, index) => taken[index]);
}

function cutFor(blocks: readonly RawBlock[], chances: readonly number[]): number {
  const own = bestCut(blocks.map(({ text }, index) => ({ chance: chances[index] ?? 0, length: text.length })));
  const best = chances.reduce((most, chance) => Math.max(most, chance), 0);
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(best, (own + USUAL_CUT) / 2) * Math.min(1, size / SHORT_PAGE);
}

/** Takes a block or two between taken ones, unless they are surely boilerplate. */
function fillGaps(taken: boolean[], chances: readonly number[]): void {
  let last = -1;
  for (const [index, own] of taken.entries()) {
    if (!own) continue;
    if (last >= 0 && index - last <= GAP + 1) {
      for (let at = last + 1; at < index; at += 1) taken[at] = (chances[at] ?? 0) >= NOT_UNLIKELY;
    }
    last = index;
  }
}

function addContext(taken: boolean[], blocks: readonly RawBlock[]): void {
  const title = blocks.findIndex((block) => block.level === 1);
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block === undefined || taken[index]) continue;
    const heads = block.level > 0 && taken[index + 1] === true && blocks[index + 1]?.level === 0;
    const price = block.text.length <= SHORT && PRICE.test(block.text);
    const beside = title >= 0 && index > title && index <= title + NEAR_TITLE;
    taken[index] = index === title || heads || (price && beside);
  }
}
