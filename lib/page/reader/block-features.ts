import { NO_STATS, statsByPlace, statsOf, sumStats, type Stats } from './block-stats';
import { hintsOf } from './class-hints';
import { containers, distance, pathOf, rowFeatures, shape, wider } from './container-features';
import { sharedWith, type PageFacts } from './page-facts';
import { nearest, type Place, type RawBlock } from './place';
import { rowsOf } from './rows-of-items';
import { TEXT_HINT_COUNT, textHintsOf } from './text-hints';

/**
 * Numbers that tell content from boilerplate, for each block the same in the same order: of its text, its place, its
 * neighbours, the containers round it and blocks like it. The trained model (content-model) knows them by position,
 * so a change here asks for a new training.
 */
export function featuresOf(blocks: readonly RawBlock[], main: ReadonlySet<number>, facts: PageFacts): number[][] {
  const stats = blocks.map((block) => statsOf(block, main));
  const all = sumStats(stats);
  const sums = statsByPlace(blocks, stats);
  const alike = groupStats(blocks, stats);
  const firstTitle = blocks.findIndex((block) => block.level === 1);
  const titles = blocks.filter((block) => block.level === 1).length;
  const headings = blocks.filter((block) => block.level > 0).length / blocks.length;
  const hasMain = blocks.some((block) => nearest(block.place, isMain) !== null) ? 1 : 0;
  const rows = rowsOf(blocks, stats);
  const titled = pathOf(blocks[firstTitle]?.place ?? null);
  const twice = countTexts(blocks);
  const prices = blocks.filter(({ text }) => PRICE.test(text)).length / blocks.length;
  const inRows = rows.filter((row) => row !== null).length / blocks.length;
  const seen = new Set<string>();
  let lastSection = -1;
  let passed = 0;
  let lastHeading = -1;
  return blocks.map((block, index) => {
    const own = stats[index] ?? NO_STATS;
    const at = (offset: number): Stats => stats[index + offset] ?? NO_STATS;
    const before = passed;
    passed += own.length;
    if (block.level > 0) lastHeading = index;
    const heading = stats[lastHeading] ?? NO_STATS;
    if (block.level === 1 || block.level === 2) lastSection = index;
    const again = seen.has(block.text);
    seen.add(block.text);
    return [
      ...textFeatures(block, own),
      ...placeFeatures(block.place),
      ...hintsOf(block.place),
      // Position.
      before / all.length,
      index / blocks.length,
      firstTitle < 0 ? 0 : (index - firstTitle) / blocks.length,
      firstTitle < 0 ? -1 : Math.sign(index - firstTitle),
      // Neighbours.
      ...[-2, -1, 1, 2].flatMap((offset) => brief(at(offset))),
      ...[-1, 1].map((offset) => blocks[index + offset]?.level ?? 0),
      ...shape(sumStats(stats.slice(Math.max(0, index - 4), index + 5)), all),
      lastHeading < 0 ? 99 : index - lastHeading,
      heading.links,
      heading.kept,
      // Containers.
      ...containers(block.place, own, all, sums),
      ...shape(alike.get(likeness(block)) ?? NO_STATS, all),
      // What texts say, and how it agrees with what the page says of itself.
      ...textHintsOf(block.text),
      ...headingHints(blocks[lastHeading]),
      ...headingHints(blocks[lastSection]),
      ...sharedWith(facts, block.text),
      twice.get(block.text) ?? 0,
      Number(again),
      // Rows of things alike.
      ...rowFeatures(rows[index] ?? null, all),
      ...distance(block.place, titled, all, sums),
      ...wider(block.place, all, sums),
      // The page.
      prices,
      inRows,
      ...facts.numbers,
      Math.log(all.length + 1),
      all.links,
      all.kept,
      all.sentences,
      blocks.length,
      headings,
      titles,
      hasMain,
    ];
  });
}

const KINDS = ['heading', 'paragraph', 'list', 'table', 'code', 'quote', 'figure'] as const;

function textFeatures(block: RawBlock, own: Stats): number[] {
  const { text } = block;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / own.length;
  return [
    ...brief(own),
    own.controls,
    own.sentences,
    block.level,
    ...KINDS.map((kind) => Number(block.kind === kind)),
    text.split('\n').length,
    text.length / text.split('\n').length,
    share(/\p{N}/gu),
    share(/\p{Lu}/gu),
    Number(/[.!?。！？؟…:]["'”’)]?$/u.test(text)),
    Number(/©|copyright|all rights reserved/i.test(text)),
    Number(/[$€£¥₹]\s?\d|\d\s?[$€£¥₹]/.test(text)),
    Number(/\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b/.test(text)),
    Number(block.place.collapsed),
  ];
}

const ZONES = [
  'main,[role=main]',
  'article',
  'section',
  'nav,[role=navigation],[role=menu]',
  'header,[role=banner]',
  'footer,[role=contentinfo]',
  'aside,[role=complementary]',
  'form,[role=search]',
  'li',
  'ul,ol',
  'td,th',
  'dialog,[role=dialog]',
] as const;
const zones = new WeakMap<Place, readonly number[]>();

function placeFeatures(place: Place): number[] {
  let depth = 0;
  for (let at = place.parent; at !== null; at = at.parent) depth += 1;
  const tag = place.element.localName;
  return [depth, ...zonesOf(place), ...['p', 'div', 'span', 'a', 'button'].map((name) => Number(tag === name))];
}

/** How many elements of each zone are round a place. */
function zonesOf(place: Place | null): readonly number[] {
  if (place === null) return ZONES.map(() => 0);
  const before = zones.get(place);
  if (before !== undefined) return before;
  const above = zonesOf(place.parent);
  const own = ZONES.map((selector, index) => (above[index] ?? 0) + Number(place.element.matches(selector)));
  zones.set(place, own);
  return own;
}

function isMain(place: Place): boolean {
  return place.element.matches('main, [role=main], article');
}

function brief(stats: Stats): number[] {
  return [Math.log(stats.length + 1), stats.links, stats.kept];
}

function groupStats(blocks: readonly RawBlock[], stats: readonly Stats[]): Map<string, Stats> {
  const groups = new Map<string, Stats[]>();
  for (const [index, block] of blocks.entries()) {
    const key = likeness(block);
    const group = groups.get(key) ?? [];
    group.push(stats[index] ?? NO_STATS);
    groups.set(key, group);
  }
  return new Map(Array.from(groups, ([key, group]) => [key, sumStats(group)]));
}

/** Blocks made by the same template have the same tags and first classes. */
function likeness({ kind, place }: RawBlock): string {
  const names = [place, place.parent, place.parent?.parent].map((at) =>
    at ? `${at.element.localName}.${at.element.classList.item(0) ?? ''}` : '',
  );
  return `${kind} ${names.join('>')}`;
}

const PRICE = /[$€£¥₹]\s?\d|\d\s?[$€£¥₹]/;

function headingHints(heading: RawBlock | undefined): readonly number[] {
  return heading === undefined ? new Array<number>(TEXT_HINT_COUNT).fill(0) : textHintsOf(heading.text);
}

function countTexts(blocks: readonly RawBlock[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
