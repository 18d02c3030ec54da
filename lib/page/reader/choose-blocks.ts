import { bestCut } from './best-cut';
import { featuresOf } from './block-features';
import { contentChance } from './content-model';
import type { Gathered } from './gather-page';
import type { RawBlock } from './place';
import { takeRepeatedItems } from './repeated-items';

const NEAR_TITLE = 10;
const SHORT = 60;
const PRICE =
  /(?:[$€£¥₹₩]|\b(?:USD|EUR|GBP|CHF|kr|zł)\b)\s?\d|\d\s?(?:[$€£¥₹₩円元]|\b(?:USD|EUR|GBP|CHF|kr|zł)\b)/;

/** On a page of few characters leaving out wins nothing. */
const SHORT_PAGE = 1_500;
const GAP = 2;
const NOT_UNLIKELY = 0.2;
/** Characters from which a text that is there twice is no coincidence. */
const REPEATED = 30;

/**
 * The blocks that are the page's content: never none while there is any. What labellers of pages call content leaves out
 * things that questions are about, so the page's title, its price and the headings of what is taken come along, as do
 * small gaps.
 */
export function chooseBlocks({
  blocks,
  main,
  facts,
}: Pick<Gathered, 'blocks' | 'main' | 'facts'>): readonly RawBlock[] {
  const chances = featuresOf(blocks, main, facts).map((features) => contentChance(features));
  return chooseByChance(blocks, chances);
}

/** The same for blocks whose chances to be content, 0 to 1, are known. */
export function chooseByChance(blocks: readonly RawBlock[], chances: readonly number[]): readonly RawBlock[] {
  const cut = cutFor(blocks, chances);
  const taken = chances.map((chance) => chance >= cut);
  fillGaps(taken, chances);
  takeRepeatedItems(taken, blocks);
  addContext(taken, blocks);
  dropRepeats(taken, blocks);
  return blocks.filter((_, index) => taken[index]);
}

function cutFor(blocks: readonly RawBlock[], chances: readonly number[]): number {
  const own = bestCut(blocks.map(({ text }, index) => ({ chance: chances[index] ?? 0, length: text.length })));
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return own * Math.min(1, size / SHORT_PAGE);
}

/**
 * Takes once what is there exactly twice, word for word, in different places, as pages for wide and narrow windows have it.
 * Side by side, or more often, it is meant to be there again.
 */
function dropRepeats(taken: boolean[], blocks: readonly RawBlock[]): void {
  const places = new Map<string, number[]>();
  for (const [index, { kind, text }] of blocks.entries()) {
    if (kind === 'code' || text.length < REPEATED) continue;
    const own = places.get(text);
    if (own === undefined) places.set(text, [index]);
    else own.push(index);
  }
  for (const [first = -1, second = -1, ...more] of places.values()) {
    const apart = blocks[first]?.place.parent !== blocks[second]?.place.parent;
    if (second >= 0 && more.length === 0 && apart && taken[first] === true) taken[second] = false;
  }
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
