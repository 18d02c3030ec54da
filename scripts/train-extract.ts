/**
 * Trains the model that tells a page's content from its boilerplate, on a folder of labelled pages, and reports what it
 * does on pages it has not seen (five folds). `npm run train:extract -- --data DIR [--cache FILE] [--out FILE]`
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build } from 'vite';
import { bestCut } from '../lib/page/reader/best-cut.ts';
import { boostTrees, runTrees, type BoostOptions, type Rows, type Tree } from './bench-extract/boost-trees.ts';
import { labelBlocks } from './bench-extract/label-blocks.ts';
import { readLabels, servePages, type LabelledPage } from './bench-extract/labelled-pages.ts';
import { countWords, mean, scoreText } from './bench-extract/score.ts';
import { findBrowser } from './browsers/find-browser.ts';

interface Sample extends LabelledPage {
  readonly texts: readonly string[];
  readonly features: readonly (readonly number[])[];
}

const FOLDS = 5;
const OPTIONS: BoostOptions = { trees: 120, depth: 4, rate: 0.09, leaf: 80, share: 0.25, ridge: 30 };

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
const samples = await loadSamples(values.data, values.cache);
const labels = samples.map((sample) => labelBlocks(sample.texts, sample.wanted));
report('best possible', samples, (index) => labels[index] ?? [], 0.5);
const guesses = crossValidate();
const chances = guesses.map((scores) => scores.map((score) => 1 / (1 + Math.exp(-score))));
for (const threshold of [0.2, 0.27, 0.35])
  report(`unseen, above ${threshold}`, samples, (i) => chances[i] ?? [], threshold);
const taken = chances.map((own, index) => takenOf(own, samples[index]?.texts ?? []));
report('unseen, best cut', samples, (index) => taken[index] ?? [], 0.5);
if (values.out !== undefined) {
  const trees = boostTrees(rowsOf(samples.map((_, index) => index)), options);
  writeFileSync(values.out, `${JSON.stringify(trees)}\n`);
}

function crossValidate(): number[][] {
  const found: number[][] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inFold = (index: number): boolean => (index * 7919) % FOLDS === fold;
    const known = samples.map((_, index) => index).filter((index) => !inFold(index));
    const trees = boostTrees(rowsOf(known), options);
    for (const [index, sample] of samples.entries()) {
      if (inFold(index)) found[index] = sample.features.map((row) => runTrees(trees satisfies Tree[], row));
    }
  }
  return found;
}

/** 1 for what the reader would take, else 0. */
function takenOf(own: readonly number[], texts: readonly string[]): number[] {
  const cut = bestCut(own.map((chance, at) => ({ chance, length: texts[at]?.length ?? 0 })));
  return own.map((chance) => Number(chance >= cut));
}

/** Each page counts alike, and in a page each block by its words. */
function rowsOf(indexes: readonly number[]): Rows {
  const rows = { features: [] as (readonly number[])[], wanted: [] as number[], weights: [] as number[] };
  for (const index of indexes) {
    const sample = samples[index];
    if (sample === undefined) continue;
    const goal = Math.max(20, sizeOf(sample.wanted));
    for (const [at, features] of sample.features.entries()) {
      rows.features.push(features);
      rows.wanted.push(labels[index]?.[at] ?? 0);
      rows.weights.push(Math.min(20, (100 * sizeOf(sample.texts[at] ?? '')) / goal));
    }
  }
  return rows;
}

function sizeOf(text: string): number {
  let size = 0;
  for (const count of countWords(text).values()) size += count;
  return size;
}

function report(
  name: string,
  pages: readonly Sample[],
  guess: (index: number) => readonly number[],
  threshold: number,
): void {
  const byType = new Map<string, number[]>();
  for (const [index, page] of pages.entries()) {
    const scores = guess(index);
    const text = page.texts.filter((_, at) => (scores[at] ?? 0) > threshold).join('\n');
    byType.set(page.type, [...(byType.get(page.type) ?? []), scoreText(text, page.wanted).f1]);
  }
  const parts = [...byType].map(([type, scores]) => `${type} ${mean(scores).toFixed(3)}`).sort();
  console.log(`${name}: ${mean([...byType.values()].flat()).toFixed(4)} (${parts.join(', ')})`);
}

async function loadSamples(folder: string, cache: string | undefined): Promise<Sample[]> {
  if (cache !== undefined && existsSync(cache)) return JSON.parse(readFileSync(cache, 'utf8')) as Sample[];
  const program = await bundleDump();
  const server = await servePages(folder);
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    args: ['--no-sandbox', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('**', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    const found: Sample[] = [];
    for (const label of readLabels(folder)) {
      await page.goto(`${server.origin}/${label.id}`, { waitUntil: 'domcontentloaded' });
      const json = await page.evaluate(`${program}; JSON.stringify(asideDump())`);
      found.push({ ...label, ...(JSON.parse(String(json)) as Pick<Sample, 'texts' | 'features'>) });
    }
    if (cache !== undefined) writeFileSync(cache, JSON.stringify(found));
    return found;
  } finally {
    await browser.close();
    server.close();
  }
}

async function bundleDump(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: new URL('bench-extract/dump-features.ts', import.meta.url).pathname,
        name: 'dump',
        formats: ['iife'],
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (first === undefined || !('output' in first)) throw new Error('The bundler gave nothing.');
  return first.output[0].code;
}
