import { join } from 'node:path';
import { printTable } from './bench/print-table.ts';
import { BUDGETS } from './weigh/budgets.ts';
import { isTooHeavy, weighBuild, type Weight } from './weigh/weigh-build.ts';

/**
 * Weighs the two builds in .output and says what is heavier than `scripts/weigh/budgets.ts` allows: a step of
 * `npm test`, or `npm run weigh`.
 */
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

const weights = ['chrome-mv3', 'firefox-mv3'].map((folder) =>
  weighBuild(join(import.meta.dirname, '../.output', folder), BUDGETS),
);
const [chrome = [], firefox = []] = weights;

printTable({
  title: 'What is loaded, in kB (gzip)',
  head: ['part', 'files', 'raw', 'Chrome', 'Firefox', 'at most'],
  rows: chrome.map(({ name, files, raw, packed, most }, index) => [
    name,
    String(files),
    kilobytes(raw),
    kilobytes(packed),
    kilobytes(firefox[index]?.packed ?? 0),
    kilobytes(most),
  ]),
});

const heavy = new Set<Weight['name']>(
  weights
    .flat()
    .filter(isTooHeavy)
    .map(({ name }) => name),
);
if (heavy.size > 0) {
  console.error(`\nHeavier, or in more files, than scripts/weigh/budgets.ts allows: ${[...heavy].join('; ')}.`);
  process.exitCode = 1;
}
