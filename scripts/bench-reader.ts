/**
 * Measures the built-in reader on pages of a labelled set, read by the built page reader in Chromium.
 * `npm run bench:reader -- --data DIR [--part dev|held-out] [--verbose] [--cache FILE]`
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import type { PageSnapshot } from '../lib/domain/page.ts';
import type * as AskReader from '../tests/support/ask-reader.ts';
import { judge, type Outcome, type Question } from './bench-reader/measure.ts';
import { readPages, type ReadPage } from './bench-reader/read-pages.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    part: { type: 'string' },
    cache: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) throw new Error('Say where the labelled pages are: --data DIR');

const QUESTIONS = new URL('../tests/bench/reader/questions.json', import.meta.url);
const all = JSON.parse(readFileSync(QUESTIONS, 'utf8')) as readonly Question[];
const questions = all.filter(({ part }) => values.part === undefined || part === values.part);
const pages = await pagesOf(values.data, [...new Set(all.map(({ file }) => file))]);
const { module } = await runnerImport<typeof AskReader>('./tests/support/ask-reader.ts');

const outcomes: Outcome[] = [];
for (const question of questions) {
  const read = pages.get(question.file);
  if (read === undefined) throw new Error(`Page ${question.file} was not read`);
  const snapshot = { ...read.page, id: question.file, takenAt: 0, tabId: null, fence: 'bench' } as PageSnapshot;
  const started = performance.now();
  const answer = await module.askReader(module.requestFor(question.question, snapshot));
  const milliseconds = performance.now() - started;
  const quotes = module.renderedQuotes(answer);
  const saidNotFound = module.saysNotFound(answer);
  outcomes.push(judge(question, { quotes, saidNotFound, milliseconds }, snapshot, read.visibleText));
}
if (values.verbose) outcomes.forEach(printOutcome);
printTable();

async function pagesOf(folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, ReadPage>> {
  const { cache } = values;
  if (cache !== undefined && existsSync(cache)) {
    return new Map(JSON.parse(readFileSync(cache, 'utf8')) as [string, ReadPage][]);
  }
  const read = await readPages(folder, ids);
  if (cache !== undefined) writeFileSync(cache, JSON.stringify([...read]));
  return read;
}

function printOutcome({ question, quotes, hit, saidNotFound }: Outcome): void {
  const wanted = question.answers.length > 0;
  const good = wanted ? hit : saidNotFound;
  if (good) return;
  const verdict = wanted && quotes.length === 0 ? 'said "not found"' : wanted ? 'quoted something else' : 'quoted';
  console.log(`- ${question.file} ${question.question} (${verdict}; wanted: ${question.answers[0] ?? 'nothing'})`);
  for (const { text } of quotes) console.log(`    > ${text.replaceAll('\n', ' / ').slice(0, 160)}`);
}

function printTable(): void {
  const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
  row(['', 'dev', 'held-out', 'all']);
  row(['---', '--:', '--:', '--:']);
  const parts = [
    outcomes.filter(({ question }) => question.part === 'dev'),
    outcomes.filter(({ question }) => question.part === 'held-out'),
    outcomes,
  ];
  const line = (title: string, cell: (some: readonly Outcome[]) => string): void =>
    row([title, ...parts.map(cell)]);
  const answerable = (some: readonly Outcome[]) => some.filter(({ question }) => question.answers.length > 0);
  const unanswerable = (some: readonly Outcome[]) => some.filter(({ question }) => question.answers.length === 0);
  line('pages', (some) => String(new Set(some.map(({ question }) => question.file)).size));
  line('answer among the first three quotes', (some) => share(answerable(some), ({ hit }) => hit));
  line('… and not said to be unclear', (some) =>
    share(answerable(some), (each) => each.hit && !each.saidNotFound),
  );
  line('answer anywhere in what was read', (some) => share(answerable(some), ({ reachable }) => reachable));
  line('answer in the first three paragraphs', (some) => share(answerable(some), (each) => each.baselineHit));
  line('unanswerable, told "not (clearly) found"', (some) =>
    share(unanswerable(some), (each) => each.saidNotFound),
  );
  line('… and nothing quoted', (some) => share(unanswerable(some), ({ quotes }) => quotes.length === 0));
  line('answerable, told "not (clearly) found"', (some) => share(answerable(some), (each) => each.saidNotFound));
  line('answers with every quote verbatim', (some) => share(some, ({ invented }) => invented.length === 0));
  line('median ms to answer', (some) => median(some.map(({ milliseconds }) => milliseconds)).toFixed(0));
}

function share(some: readonly Outcome[], has: (outcome: Outcome) => boolean): string {
  const count = some.filter(has).length;
  return `${count}/${some.length} (${((100 * count) / Math.max(some.length, 1)).toFixed(0)} %)`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
