/**
 * Measures where citations lead on pages of a labelled set, in Chromium, by the built scripts: `npm run bench:citations --
 * --data DIR [--pages 40] [--each 6]`. Blocks are cited as the page reader gives them, then found again in the page loaded
 * anew. The right place is told by the order of all blocks in the page's text, not by the search that is measured. What stands
 * only in a `noscript`, which no browser with scripts shows, is counted apart: the page as it was read is opened for it. A page
 * that shows nothing at all without its scripts, which are blocked here, is named and its neighbour taken. `closed`: led to the
 * control that opens what the passage is in.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { runnerImport } from 'vite';
import type { PageText } from '../lib/domain/page.ts';
import type * as MatchKey from '../lib/domain/match-key.ts';
import type * as Passages from '../lib/domain/passage.ts';
import { readLabels, servePages } from './bench-extract/labelled-pages.ts';
import { findBrowser } from './browsers/find-browser.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    pages: { type: 'string', default: '40' },
    each: { type: 'string', default: '6' },
  },
});
if (values.data === undefined) throw new Error('Say where the labelled pages are: --data DIR');

const built = (name: string): string =>
  readFileSync(new URL(`../.output/chrome-mv3/${name}.js`, import.meta.url), 'utf8');
const READER = built('page-reader').replace(/pageReader;\s*$/, 'return pageReader;');
const HIGHLIGHTER = built('passage-highlighter');

const { module: keys } = await runnerImport<typeof MatchKey>('./lib/domain/match-key.ts');
const { module: passages } = await runnerImport<typeof Passages>('./lib/domain/passage.ts');

type Outcome = 'not-shown' | 'closed' | 'right' | 'right-and-unsure' | 'wrong' | 'wrong-and-unsure' | 'missing';

/** Where one citation led. */
interface Found {
  readonly outcome: Outcome;
  readonly url: string;
  readonly id: string;
  readonly text: string;
}

const counts = new Map<Outcome, number>();
const labels = readLabels(values.data);
const step = Math.max(1, Math.floor(labels.length / Number(values.pages)));
const chosen = labels.flatMap((_, index) => (index % step === 0 ? [index] : [])).slice(0, Number(values.pages));
const server = await servePages(values.data);
const browser = await chromium.launch({
  executablePath: findBrowser('chromium'),
  args: ['--no-sandbox', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
let citations = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route('**', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
  for (const first of chosen) {
    for (const { id } of labels.slice(first, first + step)) {
      const found = await measure(page, `${server.origin}/${id}`);
      if (found.some(({ outcome }) => outcome !== 'not-shown')) {
        found.forEach(count);
        break;
      }
      console.log(`- passed over, shows nothing without its scripts: ${id}`);
    }
  }
} finally {
  await browser.close();
  server.close();
}
const line = [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
const right = (['right', 'right-and-unsure', 'closed'] as const).reduce(
  (sum, one) => sum + (counts.get(one) ?? 0),
  0,
);
console.log(`${citations} citations on ${chosen.length} pages: ${line}`);
const notShown = counts.get('not-shown') ?? 0;
console.log(
  `of the ${citations - notShown} whose text the page can show: right ${((100 * right) / (citations - notShown)).toFixed(1)} %`,
);
console.log(
  `of all: right ${((100 * right) / citations).toFixed(1)} %, wrong without saying so ${counts.get('wrong') ?? 0}`,
);

async function measure(page: Page, url: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const read = await page.evaluate<PageText>(`Promise.resolve((() => { ${READER} })())`);
  const every = Math.max(1, Math.floor(read.blocks.length / Number(values.each)));
  const cited = read.blocks
    .filter((_, index) => index % every === Math.floor(every / 2))
    .slice(0, Number(values.each));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.evaluate(HIGHLIGHTER);
  for (const { id, text } of cited) {
    const passage = passages.passageOf(read, id, text);
    const shown = await page.evaluate(
      async ([search]) => {
        const seek = Reflect.get(globalThis, 'asideShowPassage') as (search: unknown) => Promise<string>;
        const outcome = await seek(search);
        const ranges = [...(CSS.highlights.get('aside-passage') ?? [])] as Range[];
        const first = ranges[0];
        const before = document.createRange();
        before.setStart(document.body, 0);
        if (first !== undefined && document.contains(first.startContainer)) {
          before.setEnd(first.startContainer, first.startOffset);
        }
        return { outcome, text: ranges.map(String).join('\n'), before: before.toString() };
      },
      [{ passage, url, patience: 0 }] as const,
    );
    const all = await page.evaluate(() => document.body.textContent);
    const outcome = judge(read, id, shown, all);
    const isThere = outcome !== 'missing' || keys.matchKey(await textOfPage(page)).includes(keys.matchKey(text));
    const under = outcome === 'closed' ? `${shown.text}: ` : '';
    found.push({ outcome: isThere ? outcome : 'not-shown', url, id, text: `${under}${text}` });
  }
  return found;
}

/** All text of a page that may be shown, whether it is now or not: so none of what stands for missing scripts. */
function textOfPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = (root: Node): string =>
      [...root.childNodes]
        .map((node) => {
          if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
          if (!(node instanceof Element) || node.matches('noscript, script, style, template')) return '';
          return texts(node.shadowRoot ?? node);
        })
        .join('');
    return texts(document.body);
  });
}

/** Right: the words, and as many times the same words before them as blocks of these words and texts round them allow. */
function judge(
  read: PageText,
  id: string,
  shown: { readonly outcome: string; readonly text: string; readonly before: string },
  all: string,
): Outcome {
  if (shown.outcome === 'missing' || shown.outcome === 'elsewhere') return 'missing';
  if (shown.outcome === 'closed') return 'closed';
  const key = keys.matchKey(all);
  const at = keys.matchKey(shown.before).length;
  const index = read.blocks.findIndex((block) => block.id === id);
  const wanted = keys.matchKey(read.blocks[index]?.text ?? '');
  // Between the last block before it and the first one after it whose words stand only once on the page.
  const edge = (blocks: PageText['blocks']): number =>
    blocks
      .map(({ text }) => keys.matchKey(text))
      .filter((text) => text.length > 12 && key.indexOf(text) === key.lastIndexOf(text))
      .map((text) => key.indexOf(text))
      .find((position) => position !== -1) ?? -1;
  const low = edge(read.blocks.slice(0, index).toReversed());
  const high = edge(read.blocks.slice(index + 1));
  const isOnce = key.indexOf(wanted) === key.lastIndexOf(wanted) && key.includes(wanted);
  const isBetween = low < high || high === -1 ? (low === -1 || at >= low) && (high === -1 || at <= high) : true;
  const isSame = keys.matchKey(shown.text) === wanted;
  const isRight = isSame && (isOnce || isBetween);
  if (shown.outcome === 'shown') return isRight ? 'right' : 'wrong';
  return isRight ? 'right-and-unsure' : 'wrong-and-unsure';
}

function count({ outcome, url, id, text }: Found): void {
  citations += 1;
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (outcome !== 'right') console.log(`- ${outcome}: ${url} ${id} ${text.replaceAll('\n', ' / ').slice(0, 90)}`);
}
