/**
 * Measures the search over a large history in the built extension:
 * `npm run bench:history -- [--chats 5000] [--messages 100000] [--length 2200]`
 */
import { parseArgs } from 'node:util';
import { median } from './bench/bench-part.ts';
import { meterMainThread } from './bench/main-thread.ts';
import { printTable } from './bench/print-table.ts';
import { fillHistory } from './bench-history/fill-history.ts';
import { launchAside } from './browsers/launch-aside.ts';
import type { BrowserPage } from './browsers/aside-browser.ts';

const { values } = parseArgs({
  options: {
    chats: { type: 'string', default: '5000' },
    messages: { type: 'string', default: '100000' },
    length: { type: 'string', default: '2200' },
  },
});
const MEGABYTE = 1_000_000;

interface Search {
  readonly took: number;
  readonly hits: number;
  readonly longest: number;
}

/** Waits until the background has brought the index up to date. Gives the seconds. */
async function awaitIndex(page: BrowserPage): Promise<number> {
  return page.evaluate(async () => {
    const began = performance.now();
    for (;;) {
      const waiting = await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('aside');
        opening.onerror = () => reject(opening.error ?? new Error('Not opened'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['unindexed', 'searchState']);
          const count = reading.objectStore('unindexed').count();
          const state = reading.objectStore('searchState').get('gone-through');
          reading.oncomplete = () => {
            opening.result.close();
            const { done } = state.result as { readonly done: boolean };
            resolve(done ? count.result : Infinity);
          };
        };
      });
      if (waiting < 48) return (performance.now() - began) / 1000;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
}

/** Types a query at once, and waits for its first hits, or for the word that there are none. */
async function search(page: BrowserPage, query: string): Promise<Search> {
  return page.evaluate(async (typed) => {
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
    const answer = new Promise<number>((resolve) => {
      const look = () => {
        const isThere = document.querySelector('[data-hit]') !== null;
        const isNone = document.querySelector('.none')?.textContent.includes('Nothing was found') === true;
        if (isThere || isNone) resolve(performance.now());
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    const began = performance.now();
    type(typed);
    const took = (await answer) - began;
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 60));
    observer.disconnect();
    return { took, hits: document.querySelectorAll('[data-hit]').length, longest: Math.max(0, ...tasks) };
  }, query);
}

const aside = await launchAside('chromium');
try {
  const filling = await aside.openPage('sidepanel.html');
  await filling.getByRole('textbox', { name: 'Message' }).waitFor();
  const began = performance.now();
  const { characters } = await fillHistory(filling, {
    chats: Number(values.chats),
    messages: Number(values.messages),
    answerLength: Number(values.length),
    seed: 5,
  });
  console.log(
    `Written: ${values.messages} messages, ${(characters / MEGABYTE).toFixed(0)} MB, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  await filling.reload();
  await filling.getByRole('textbox', { name: 'Message' }).waitFor();
  console.log(`Indexed in ${(await awaitIndex(filling)).toFixed(0)} s`);
  await filling.reload();
  const meter = await meterMainThread(filling);
  await filling.getByRole('button', { name: 'Chats', exact: true }).click();
  await filling.waitForText('History');
  const before = (await meter.read()).heap;
  const common = [
    'bade',
    'gorhun',
    'kalem',
    'mino',
    'pera',
    'stitur',
    'venwo',
    'zelba',
    'defi',
    'fihun',
    'hunka',
    'lemmi',
    'norpe',
    'rasti',
    'turven',
  ];
  const old = Array.from({ length: 10 }, (_, index) => `oldone${String.fromCharCode(97 + index)}qx`);
  const none = ['zugspitze', 'xylophone', 'nowhere at all', '東京', 'quick brown'];
  const results: Record<string, Search[]> = { common: [], old: [], none: [] };
  await search(filling, 'warmup');
  for (const query of common) results['common']?.push(await search(filling, query));
  for (const query of old) results['old']?.push(await search(filling, query));
  for (const query of none) results['none']?.push(await search(filling, query));
  const after = (await meter.read()).heap;
  const row = (name: string, searches: readonly Search[]): readonly string[] => [
    name,
    `${searches.length}`,
    median(searches.map(({ took }) => took)).toFixed(0),
    Math.max(...searches.map(({ took }) => took)).toFixed(0),
    Math.max(...searches.map(({ longest }) => longest)).toFixed(0),
    median(searches.map(({ hits }) => hits)).toFixed(0),
  ];
  printTable({
    title: `Search in ${values.messages} messages, ${(characters / MEGABYTE).toFixed(0)} MB; ms`,
    head: ['', 'queries', 'median', 'longest', 'longest task', 'hits drawn'],
    rows: [
      row('common words', results['common'] ?? []),
      row('one old hit', results['old'] ?? []),
      row('none', results['none'] ?? []),
      row('all', Object.values(results).flat()),
    ],
  });
  console.log(
    `\nJavaScript heap: ${((after - before) / MEGABYTE).toFixed(1)} MB more after 31 searches (garbage not collected)`,
  );
} finally {
  await aside.close();
}
