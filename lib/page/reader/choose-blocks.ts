import type { MainContent } from './main-content';
import { nearest, weigh, type Place, type RawBlock } from './place';

const ENOUGH = 40;

/** The blocks that are the page's content: never none while there is any. */
export function chooseBlocks(blocks: readonly RawBlock[], main: MainContent | null): readonly RawBlock[] {
  const kept = main === null ? [] : blocks.filter((block) => isKept(block, main));
  const words = (some: readonly RawBlock[]): number => some.reduce((sum, block) => sum + block.text.length / 6, 0);
  if (words(kept) >= ENOUGH) return kept;
  const plain = blocks.filter((block) => nearest(block.place, isBoilerplate) === null);
  if (words(plain) > words(kept)) return plain;
  return kept.length > 0 ? kept : blocks;
}

function isKept(block: RawBlock, main: MainContent): boolean {
  const all = weigh(block);
  if (all === 0) return false;
  const inside = weigh(block, (place) => main.kept.has(place.number));
  return inside >= all / 2;
}

const BOILERPLATE =
  'nav, footer, aside, dialog, [role=navigation], [role=contentinfo], [role=complementary], [role=dialog]';

function isBoilerplate(place: Place): boolean {
  return place.element.matches(BOILERPLATE);
}
