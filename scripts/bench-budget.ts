/**
 * Measures which blocks of long pages go along where not all fit, on the labelled questions of the reader's benchmark:
 * `npm run bench:budget -- --data DIR [--share 0.25] [--cache FILE] [--verbose]`
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import type * as Budget from '../lib/domain/budget.ts';
import type * as Choose from '../lib/domain/relevance/choose-blocks.ts';
import type { Block } from '../lib/domain/page.ts';
import type { Question } from './bench-reader/measure.ts';
import { readPages, type ReadPage } from './bench-reader/read-pages.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    share: { type: 'string', default: '0.25' },
    cache: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) throw new Error('Say where the labelled pages are: --data DIR');
/** A page of fewer blocks is no long one. */
const LEAST_BLOCKS = 20;

const { module: budget } = await runnerImport<typeof Budget>('./lib/domain/budget.ts');
const { module: choose } = await runnerImport<typeof Choose>('./lib/domain/relevance/choose-blocks.ts');
const QUESTIONS = new URL('../tests/bench/reader/questions.json', import.meta.url);
const questions = JSON.parse(readFileSync(QUESTIONS, 'utf8')) as readonly Question[];
const pages = await pagesOf(values.data, [...new Set(questions.map(({ file }) => file))]);

const dense = (text: string): string => text.replace(/[\s\u200b\u00ad]+/g, '').replace(/[’‘]/g, "'");
const hasAnswer = ({ answers }: Question, blocks: readonly Block[]): boolean =>
  blocks.some(({ text }) => answers.some((answer) => dense(text).includes(dense(answer))));

const rows = questions.flatMap((question) => {
  const blocks = pages.get(question.file)?.page.blocks ?? [];
  if (blocks.length < LEAST_BLOCKS || !hasAnswer(question, blocks)) return [];
  const whole = blocks.reduce((sum, block) => sum + budget.blockTokens(block), 0);
  const tokens = whole * Number(values.share);
  return [
    {
      question,
      chosen: hasAnswer(question, choose.chooseBlocks(blocks, question.question, tokens)),
      first: hasAnswer(question, fromTheStart(blocks, tokens)),
    },
  ];
});
if (values.verbose) {
  for (const { question, chosen } of rows) {
    if (!chosen) console.log(`- ${question.part} ${question.file} ${question.question} (${question.answers[0]})`);
  }
}
console.log('| | questions | by relevance and structure | from the start |\n|---|--:|--:|--:|');
for (const part of ['dev', 'held-out'] as const)
  print(
    part,
    rows.filter(({ question }) => question.part === part),
  );
print('all', rows);

/** What cutting the end off leaves of a page: the line to be better than. */
function fromTheStart(blocks: readonly Block[], tokens: number): readonly Block[] {
  let used = 0;
  return blocks.slice(
    0,
    blocks.findIndex((block) => (used += budget.blockTokens(block)) > tokens),
  );
}

function print(name: string, some: typeof rows): void {
  const share = (count: number): string => `${count} (${((100 * count) / Math.max(1, some.length)).toFixed(1)} %)`;
  const chosen = some.filter((row) => row.chosen).length;
  const first = some.filter((row) => row.first).length;
  console.log(`| ${name} | ${some.length} | ${share(chosen)} | ${share(first)} |`);
}

async function pagesOf(folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, ReadPage>> {
  const { cache } = values;
  if (cache !== undefined && existsSync(cache)) {
    return new Map(JSON.parse(readFileSync(cache, 'utf8')) as [string, ReadPage][]);
  }
  const read = await readPages(folder, ids);
  if (cache !== undefined) writeFileSync(cache, JSON.stringify([...read]));
  return read;
}
