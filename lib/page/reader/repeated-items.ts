import { weigh, type Place, type RawBlock } from './place';

interface Item {
  taken: boolean;
  /** Index of its longest block. */
  longest: number;
}

const FEWEST = 3;
const MOSTLY = 0.6;
const SHORTEST = 20;

/**
 * Where most items of a row are content, such as the posts of a thread, so are the others: of each the longest block is
 * taken, unless it is all links. `taken` is changed in place.
 */
export function takeRepeatedItems(taken: boolean[], blocks: readonly RawBlock[]): void {
  for (const items of rowsOfItems(taken, blocks)) {
    const share = items.filter((item) => item.taken).length / items.length;
    if (items.length < FEWEST || share < MOSTLY) continue;
    for (const { taken: has, longest } of items) {
      const block = blocks[longest];
      if (!has && block !== undefined && isText(block)) taken[longest] = true;
    }
  }
}

/** Elements side by side with the same tag and first class, each with the blocks in it. */
function rowsOfItems(taken: readonly boolean[], blocks: readonly RawBlock[]): Item[][] {
  const rows = new Map<string, Map<Place, Item>>();
  for (const [index, block] of blocks.entries()) {
    for (let at = block.place; at.parent !== null; at = at.parent) {
      const key = `${at.parent.number} ${at.element.localName}.${at.element.classList.item(0) ?? ''}`;
      const row = rows.get(key) ?? new Map<Place, Item>();
      rows.set(key, row);
      const item = row.get(at) ?? { taken: false, longest: index };
      row.set(at, item);
      item.taken ||= taken[index] === true;
      if (block.text.length > (blocks[item.longest]?.text.length ?? 0)) item.longest = index;
    }
  }
  return Array.from(rows.values(), (row) => [...row.values()]);
}

function isText(block: RawBlock): boolean {
  const outside = weigh(block, (place) => !place.link && !place.control);
  return block.text.length >= SHORTEST && outside > weigh(block) / 2;
}
