/**
 * Measures the built page reader on a folder of labelled pages, beside the extractors alone.
 * `npm run bench:extract -- --data DIR [--limit N] [--only reader,defuddle,readability] [--json FILE]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { readLabels, servePages, type LabelledPage } from './bench-extract/labelled-pages.ts';
import { mean, median, scoreText } from './bench-extract/score.ts';
import { findBrowser } from './browsers/find-browser.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const DEFUDDLE = read('../node_modules/defuddle/dist/index.js');
const READABILITY = read('../node_modules/@mozilla/readability/Readability.js');
const READER = read('../.output/chrome-mv3/page-reader.js');
const TEXT =
  '(html) => { const t = new DOMParser().parseFromString(html, "text/html").body; return t.innerText || t.textContent; }';
// Each in a function of its own, so that a page's own globals don't meet ours.
const PROGRAMS: Readonly<Record<string, string>> = {
  reader: `(() => { const result = (0, function () { ${READER.replace(/pageReader;\s*$/, 'return pageReader;')} })();
    return Promise.resolve(result).then((page) => page.blocks.map((block) => block.text).join('\\n')); })()`,
  defuddle: `(() => { const module = { exports: {} }; const exports = module.exports; ${DEFUDDLE};
    const spaced = new module.exports(document).parse().content.replace(/<(?=\\/?(?:p|div|li|h\\d|td|th|tr|br|pre|blockquote|section|article|ul|ol|dt|dd))/gi, ' <');
    return (${TEXT})(spaced); })()`,
  readability: `(() => { const module = { exports: {} }; ${READABILITY};
    const content = new module.exports(document.cloneNode(true)).parse()?.content ?? '';
    return (${TEXT})(content.replace(/</g, ' <')); })()`,
  body: 'document.body.innerText',
};

interface Result {
  readonly page: LabelledPage;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly milliseconds: number;
  readonly empty: boolean;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    limit: { type: 'string' },
    only: { type: 'string', default: 'reader,defuddle,readability' },
    json: { type: 'string' },
  },
});
if (values.data === undefined) throw new Error('Say where the labelled pages are: --data DIR');

const names = values.only.split(',');
const server = await servePages(values.data);
const browser = await chromium.launch({
  executablePath: findBrowser('chromium'),
  args: ['--no-sandbox', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
const results = new Map<string, Result[]>(names.map((name) => [name, []]));
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route('**', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
  for (const labelled of readLabels(values.data).slice(0, Number(values.limit ?? Infinity))) {
    for (const name of names) results.get(name)?.push(await measure(page, name, labelled));
  }
} finally {
  await browser.close();
  server.close();
}
printTable();
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(Object.fromEntries(results), null, 1));

async function measure(page: Page, name: string, labelled: LabelledPage): Promise<Result> {
  await page.goto(`${server.origin}/${labelled.id}`, { waitUntil: 'domcontentloaded' });
  // The first layout is the page's own cost, not the reader's.
  await page.evaluate('document.body?.getBoundingClientRect().height');
  const started = performance.now();
  const text = String((await page.evaluate(PROGRAMS[name] ?? '""')) ?? '');
  const milliseconds = performance.now() - started;
  return { page: labelled, ...scoreText(text, labelled.wanted), milliseconds, empty: text.trim() === '' };
}

function printTable(): void {
  const types = [...new Set([...results.values()].flat().map((result) => result.page.type))].sort();
  const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
  row(['type', ...names]);
  row(['---', ...names.map(() => '--:')]);
  const f1 = (some: readonly Result[]): string => mean(some.map((result) => result.f1)).toFixed(3);
  for (const type of types) {
    row([
      type,
      ...names.map((name) => f1((results.get(name) ?? []).filter((result) => result.page.type === type))),
    ]);
  }
  const all = (name: string): Result[] => results.get(name) ?? [];
  row(['all', ...names.map((name) => f1(all(name)))]);
  row(['precision', ...names.map((name) => mean(all(name).map((result) => result.precision)).toFixed(3))]);
  row(['recall', ...names.map((name) => mean(all(name).map((result) => result.recall)).toFixed(3))]);
  row(['empty pages', ...names.map((name) => String(all(name).filter((result) => result.empty).length))]);
  row(['median ms', ...names.map((name) => median(all(name).map((result) => result.milliseconds)).toFixed(0))]);
}
