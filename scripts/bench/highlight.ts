import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPage } from '../browsers/aside-browser.ts';
import { ask, finishedAnswer } from '../../tests/e2e/support/ask.ts';
import { median, type BenchOptions, type BenchPart, type BenchReport } from './bench-part.ts';
import { meterMainThread, spent } from './main-thread.ts';
import { setStage, type Stage } from './render/stage.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Real code of this project, by the language of its fence. */
const SOURCES: Readonly<Record<string, string>> = {
  ts: 'lib/markdown/markdown-stream.ts',
  css: 'components/markdown/styles/code.css',
  svelte: 'components/chat/Chat.svelte',
  js: 'eslint.config.js',
};

/** What colours cost: an answer that is one block of code, beside the same one in a language that nobody knows. */
export const highlightPart: BenchPart = {
  name: 'highlight',
  what: 'what the colours of code cost, beside the same code without them',
  run: measureHighlight,
};

interface Measured {
  readonly language: string;
  readonly kilobytes: number;
  readonly coloured: readonly number[];
  readonly plain: readonly number[];
}

async function measureHighlight({ runs, only }: BenchOptions): Promise<BenchReport> {
  const stage = await setStage();
  try {
    const measured: Measured[] = [];
    for (const [language, file] of Object.entries(SOURCES)) {
      if (language.includes(only)) measured.push(await measureLanguage(stage, language, file, runs));
    }
    return { tables: [tableOf(measured)], figures: measured };
  } finally {
    await stage.close();
  }
}

async function measureLanguage(stage: Stage, language: string, file: string, runs: number): Promise<Measured> {
  const code = (await readFile(join(ROOT, file), 'utf8')).replaceAll('```', '');
  const coloured: number[] = [];
  const plain: number[] = [];
  // The first run loads the grammar. Each code is another one: the tokens of a known one are kept.
  for (let run = 0; run <= runs; run++) {
    const withColours = await spendOn(stage, `${code}\n// ${run}`, language);
    const without = await spendOn(stage, `${code}\n// ${run}`, 'unknown');
    if (run > 0) coloured.push(withColours);
    if (run > 0) plain.push(without);
  }
  return { language, kilobytes: code.length / 1024, coloured, plain };
}

/** Milliseconds of the main thread's processor time from the question to an answer at rest, with its colours. */
async function spendOn({ panel, fake }: Stage, code: string, language: string): Promise<number> {
  fake.setScenario(`say:\`\`\`${language}\n${code}\n\`\`\`\n`);
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  const meter = await meterMainThread(panel);
  const before = await meter.read();
  await ask(panel, 'Code, please.');
  await finishedAnswer(panel, 'Fake');
  if (language !== 'unknown') await coloursIn(panel);
  const { tasks } = spent(before, await meter.read());
  await meter.close();
  return tasks;
}

function coloursIn(panel: BrowserPage): Promise<void> {
  return panel.evaluate(async () => {
    const has = (): boolean => [...CSS.highlights.values()].some(({ size }) => size > 0);
    while (!has()) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
}

function tableOf(measured: readonly Measured[]): BenchReport['tables'][number] {
  return {
    title: 'Main-thread time of an answer in milliseconds (medians), and of its colours per kilobyte',
    head: ['language', 'kB', 'coloured', 'plain', 'colours, ms per kB'],
    rows: measured.map(({ language, kilobytes, coloured, plain }) => {
      const [dear, cheap] = [median(coloured), median(plain)];
      const perKilobyte = ((dear - cheap) / kilobytes).toFixed(2);
      return [language, kilobytes.toFixed(1), dear.toFixed(1), cheap.toFixed(1), perKilobyte];
    }),
  };
}
