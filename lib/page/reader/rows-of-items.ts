import { sumStats, NO_STATS, type Stats } from './block-stats';
import type { Place, RawBlock } from './place';

/** A row of elements side by side made by one template, such as the cards of a list or the posts of a thread. */
export interface Row {
  /** How many there are. */
  readonly items: number;
  readonly stats: Stats;
  /** Share of the items with a heading, with a price, with a longer text: 0 to 1. */
  readonly headed: number;
  readonly priced: number;
  readonly worded: number;
}

interface Item {
  headed: boolean;
  priced: boolean;
  worded: boolean;
}

const FEWEST = 3;
const PRICE = /[$€£¥₹]\s?\d|\d\s?[$€£¥₹]/;
const LONG = 80;

/** For each block the innermost row that it is in an item of, or null. Prefers rows of larger items over single lines. */
export function rowsOf(blocks: readonly RawBlock[], stats: readonly Stats[]): (Row | null)[] {
  const rows = new Map<string, { items: Map<Place, Item>; stats: Stats[] }>();
  const keys = blocks.map(({ place, text, level }, index) => {
    const own: string[] = [];
    for (let at = place; at.parent !== null; at = at.parent) {
      const key = `${at.parent.number} ${at.element.localName}.${at.element.classList.item(0) ?? ''}`;
      own.push(key);
      const row = rows.get(key) ?? { items: new Map<Place, Item>(), stats: [] };
      rows.set(key, row);
      const item = row.items.get(at) ?? { headed: false, priced: false, worded: false };
      row.items.set(at, item);
      item.headed ||= level > 0;
      item.priced ||= text.length < LONG && PRICE.test(text);
      item.worded ||= text.length >= LONG;
      row.stats.push(stats[index] ?? NO_STATS);
    }
    return own;
  });
  const summed = new Map<string, Row | null>();
  const sum = (key: string): Row | null => {
    const known = summed.get(key);
    if (known !== undefined) return known;
    const row = rows.get(key);
    const result = row === undefined || row.items.size < FEWEST ? null : toRow(row);
    summed.set(key, result);
    return result;
  };
  return keys.map((own) => own.map(sum).find((row) => row !== null) ?? null);
}

function toRow({ items, stats }: { items: ReadonlyMap<Place, Item>; stats: readonly Stats[] }): Row {
  const share = (test: (item: Item) => boolean): number => [...items.values()].filter(test).length / items.size;
  return {
    items: items.size,
    stats: sumStats(stats),
    headed: share((item) => item.headed),
    priced: share((item) => item.priced),
    worded: share((item) => item.worded),
  };
}
