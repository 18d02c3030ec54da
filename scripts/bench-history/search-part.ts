import { median } from '../bench/bench-part.ts';
import { printTable } from '../bench/print-table.ts';
import type { BrowserPage } from '../browsers/aside-browser.ts';
import { heapsOf } from '../browsers/chromium-heaps.ts';
import { launchAside } from '../browsers/launch-aside.ts';
import type { History } from '../../tests/support/history/store-history.ts';
import { awaitIndex } from './await-index.ts';
import { fillHistory } from './fill-history.ts';

const MEGABYTE = 1_000_000;
const COMMON = [
  ...['bade', 'gorhun', 'kalem', 'mino', 'pera', 'stitur', 'venwo', 'zelba'],
  ...['defi', 'fihun', 'hunka', 'lemmi', 'norpe', 'rasti', 'turven'],
];
const OLD = Array.from({ length: 10 }, (_, index) => `oldone${String.fromCharCode(97 + index)}qx`);
const NONE = ['zugspitze', 'xylophone', 'nowhere at all', '東京', 'quick brown'];
/** Milliseconds between two keys of somebody who types fast. */
const KEY_EVERY = 90;

interface Search {
  readonly took: number;
  readonly hits: number;
  /** The longest task of the page meanwhile, in ms; tasks under 50 count as 0. */
  readonly longest: number;
}

/**
 * Writes a query into the field, at once or key by key, and waits for the first hits of the whole, or for the word that
 * there are none.
 */
async function search(page: BrowserPage, query: string, keyEvery = 0): Promise<Search> {
  return page.evaluate(
    async (typed, every) => {
      const field = document.querySelector<HTMLInputElement>('input[aria-label="Search chats"]');
      if (field === null) throw new Error('The list is not open');
      const type = (text: string) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      type('');
      while (document.querySelector('[data-hit]') !== null) await frame();
      await frame();
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map((each) => each.duration)),
      );
      observer.observe({ entryTypes: ['longtask'] });
      for (let end = 1; every > 0 && end < typed.length; end += 1) {
        type(typed.slice(0, end));
        await new Promise((resolve) => setTimeout(resolve, every));
      }
      const answer = new Promise<number>((resolve) => {
        const look = () => {
          // Said only when all is found that is shown first.
          const told = [...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
            /messages found/i.test(textContent),
          );
          const isThere = document.querySelector('[data-hit]') !== null;
          const isNone = document.querySelector('.none')?.textContent.includes('Nothing was found') === true;
          if ((isThere && told) || isNone) resolve(performance.now());
        };
        new MutationObserver(look).observe(document.body, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      });
      const began = performance.now();
      type(typed);
      const took = (await answer) - began;
      await frame();
      await new Promise((resolve) => setTimeout(resolve, 60));
      observer.disconnect();
      return { took, hits: document.querySelectorAll('[data-hit]').length, longest: Math.max(0, ...tasks) };
    },
    query,
    keyEvery,
  );
}

const row = (name: string, searches: readonly Search[]): readonly string[] => [
  name,
  `${searches.length}`,
  median(searches.map(({ took }) => took)).toFixed(0),
  Math.max(...searches.map(({ took }) => took)).toFixed(0),
  Math.max(...searches.map(({ longest }) => longest)).toFixed(0),
  median(searches.map(({ hits }) => hits)).toFixed(0),
];

/** Measures the search in a history of some length. */
export async function measureSearch(history: History): Promise<void> {
  const aside = await launchAside('chromium');
  try {
    const page = await aside.openPage('sidepanel.html');
    // As the side panel, where the list of chats is opened.
    await page.setViewport(480, 860);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    const began = performance.now();
    const { characters } = await fillHistory(page, history);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const size = `${history.messages} messages, ${(characters / MEGABYTE).toFixed(0)} MB`;
    console.log(`Written: ${size}, ${seconds} s`);
    await page.reload();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    console.log(`Indexed in ${(await awaitIndex(page)).toFixed(0)} s`);
    await page.reload();
    await page.getByRole('button', { name: 'Chats', exact: true }).click();
    await page.waitForText('History');
    const before = await heapsOf(aside);
    const first = await search(page, 'warmup', KEY_EVERY);
    const common: Search[] = [];
    const old: Search[] = [];
    const none: Search[] = [];
    for (const query of COMMON) common.push(await search(page, query));
    for (const query of OLD) old.push(await search(page, query));
    for (const query of NONE) none.push(await search(page, query));
    const typed: Search[] = [];
    for (const query of [...COMMON.slice(0, 5), ...OLD.slice(0, 3), ...NONE.slice(0, 3)]) {
      typed.push(await search(page, query, KEY_EVERY));
    }
    const shown = await heapsOf(aside);
    await search(page, 'zugspitz', KEY_EVERY);
    printTable({
      title: `Search in ${size}; ms`,
      head: ['', 'queries', 'median', 'longest', 'longest task', 'hits drawn'],
      rows: [
        row('the first after the list was opened, key by key', [first]),
        row('common words', common),
        row('one old hit', old),
        row('none', none),
        row('all 30', [...common, ...old, ...none]),
        row('key by key', typed),
      ],
    });
    const more = (bytes: number) => ((bytes - before) / MEGABYTE).toFixed(1);
    console.log(
      `\nMemory of all of Aside, garbage collected: ${(before / MEGABYTE).toFixed(1)} MB with the list open, ` +
        `${more(shown)} MB more after these searches`,
    );
  } finally {
    await aside.close();
  }
}
