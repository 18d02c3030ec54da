/**
 * Trains the model that tells a page's content from its boilerplate, on a folder of labelled pages, and reports what the
 * reader does with it on pages of sites that it has not seen (five folds).
 * `npm run train:extract -- --data DIR [--cache FILE] [--out FILE] [--options JSON]`
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boostTrees, runTrees, type BoostOptions, type Rows } from './bench-extract/boost-trees.ts';
import { bundle } from './bench-extract/bundle.ts';
import { dumpPages } from './bench-extract/dump-pages.ts';
import { flattenTree } from './bench-extract/flatten-tree.ts';
import { labelBlocks } from './bench-extract/label-blocks.ts';
import type * as ReaderParts from './bench-extract/reader-parts.ts';
import { countWords, mean, scoreText } from './bench-extract/score.ts';

const FOLDS = 5;
const OPTIONS: BoostOptions = { trees: 120, depth: 6, rate: 0.09, leaf: 120, share: 0.12, ridge: 40, pages: 0.6 };

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string' },
    out: { type: 'string' },
    options: { type: 'string' },
  },
});
if (values.data === undefined) throw new Error('Say where the labelled pages are: --data DIR');
const options: BoostOptions = { ...OPTIONS, ...(JSON.parse(values.options ?? '{}') as Partial<BoostOptions>) };
const parts = join(mkdtempSync(join(tmpdir(), 'aside-train-')), 'parts.mjs');
writeFileSync(parts, await bundle('reader-parts.ts', 'es'));
const { chooseByChance, featuresOf, pageFacts, replayPage } = (await import(parts)) as typeof ReaderParts;

const pages = await dumpPages(values.data, values.cache);
const replays = pages.map(replayPage);
const labels = pages.map((page) =>
  labelBlocks(
    page.blocks.map((block) => block.text),
    page.wanted,
  ),
);
const features = replays.map(({ blocks, main }, index) => {
  const page = pages[index];
  return page === undefined || blocks.length === 0 ? [] : featuresOf(blocks, main, pageFacts(page));
});
const everyone = pages.map((_, index) => index);
const chances = crossValidate();
report('all that can be seen', (index) => labels[index]?.map(() => true) ?? []);
report('best possible', (index) => labels[index]?.map((label) => label > 0.5) ?? []);
report('sites not seen', (index) => {
  const { blocks } = replays[index] ?? { blocks: [] };
  const chosen = new Set(blocks.length === 0 ? [] : chooseByChance(blocks, chances[index] ?? []));
  return blocks.map((block) => chosen.has(block));
});
if (values.out !== undefined) {
  const trees = boostTrees(rowsOf(everyone), options);
  writeFileSync(values.out, `${JSON.stringify(trees.map(flattenTree))}\n`);
}

function crossValidate(): number[][] {
  const found: number[][] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inFold = (index: number): boolean => hash(pages[index]?.site ?? '') % FOLDS === fold;
    const trees = boostTrees(rowsOf(everyone.filter((index) => !inFold(index))), options);
    for (const index of everyone.filter(inFold)) {
      found[index] = (features[index] ?? []).map((row) => 1 / (1 + Math.exp(-runTrees(trees, row))));
    }
  }
  return found;
}

/** Scatters sites over the folds, the same way every time. */
function hash(text: string): number {
  let sum = 7;
  for (const character of text) sum = (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0;
  return Math.imul(sum ^ (sum >>> 13), 2_654_435_761) >>> 0;
}

/** Each page counts alike, and in a page each block by its words. */
function rowsOf(indexes: readonly number[]): Rows {
  const rows = { features: [], wanted: [], weights: [], groups: [] } as {
    [Key in keyof Rows]: Rows[Key][number][];
  };
  for (const index of indexes) {
    const page = pages[index];
    if (page === undefined) continue;
    const goal = Math.max(20, sizeOf(page.wanted));
    for (const [at, row] of (features[index] ?? []).entries()) {
      rows.features.push(row);
      rows.wanted.push(labels[index]?.[at] ?? 0);
      rows.weights.push(Math.min(20, (100 * sizeOf(page.blocks[at]?.text ?? '')) / goal));
      rows.groups.push(index);
    }
  }
  return rows;
}

function sizeOf(text: string): number {
  return countWords(text)
    .values()
    .reduce((sum, count) => sum + count, 0);
}

/** Prints the mean by type, over the pages that have something to be found. */
function report(name: string, take: (index: number) => readonly boolean[]): void {
  const byType = new Map<string, number[]>();
  for (const [index, page] of pages.entries()) {
    if (page.wanted === '') continue;
    const taken = take(index);
    const text = page.blocks
      .filter((_, at) => taken[at])
      .map((block) => block.text)
      .join('\n');
    byType.set(page.type, [...(byType.get(page.type) ?? []), scoreText(text, page.wanted).f1]);
  }
  const parts = [...byType].map(([type, scores]) => `${type} ${mean(scores).toFixed(3)}`).sort();
  console.log(`${name}: ${mean([...byType.values()].flat()).toFixed(4)} (${parts.join(', ')})`);
}
