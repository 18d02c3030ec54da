import { median } from '../bench/bench-part.ts';
import { measureAsking, type Asker } from '../bench/first-token/measure-asking.ts';
import { printTable } from '../bench/print-table.ts';
import type { AsideBrowser, BrowserPage } from '../browsers/aside-browser.ts';
import { heapsOf } from '../browsers/chromium-heaps.ts';
import { launchAside } from '../browsers/launch-aside.ts';
import { connectProvider } from '../../tests/e2e/support/connect-provider.ts';
import { startFakeProvider } from '../../tests/support/fake-provider/start-fake-provider.ts';
import type { History } from '../../tests/support/history/store-history.ts';
import { openChat } from '../../tests/support/long-chat/open-chat.ts';
import { awaitIndex } from './await-index.ts';
import { fillHistory } from './fill-history.ts';

const MEGABYTE = 1_000_000;
/** Chats of the small history. */
const FEW = 10;

/** A browser with a history, and what it is measured with. */
interface Side {
  readonly aside: AsideBrowser;
  readonly page: BrowserPage;
  readonly asker: Asker;
  /** Titles of two chats of its history. */
  readonly titles: readonly [string, string];
}

/** Measures what takes part in a long history beside a short one whose chats are as long. */
export async function measureScale({
  large,
  runs,
}: {
  readonly large: History;
  readonly runs: number;
}): Promise<void> {
  const fake = await startFakeProvider();
  const small: History = { ...large, chats: FEW, messages: Math.round((large.messages * FEW) / large.chats) };
  const browsers: AsideBrowser[] = [];
  try {
    const sides: Side[] = [];
    for (const history of [small, large]) {
      const aside = await launchAside('chromium', { grants: ['http://127.0.0.1/*'] });
      browsers.push(aside);
      sides.push(await prepare(aside, history, fake));
    }
    const times = new Map<string, number[][]>();
    for (const [name, measure] of MEASURES) {
      const both: number[][] = sides.map(() => []);
      // The first round warms up.
      for (let run = -1; run < runs; run += 1) {
        for (const [index, side] of sides.entries()) {
          const took = await measure(side);
          if (run >= 0) both[index]?.push(took);
        }
      }
      times.set(name, both);
    }
    const rows = [...times].map(([name, both]) => {
      const [few = NaN, many = NaN] = both.map(median);
      return [name, few.toFixed(1), many.toFixed(1), (many / few).toFixed(2), many <= 1.5 * few ? 'yes' : 'no'];
    });
    const amount = ({ chats, messages }: History) => `${chats} chats, ${messages} messages`;
    printTable({
      title: `Medians of ${runs}; at most 1.5 times as much is wanted`,
      head: ['', amount(small), amount(large), 'ratio', 'met'],
      rows,
    });
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await fake.close();
  }
}

async function prepare(
  aside: AsideBrowser,
  history: History,
  fake: Awaited<ReturnType<typeof startFakeProvider>>,
): Promise<Side> {
  const entry = { provider: 'OpenAI-compatible', name: 'Fake', baseUrl: fake.url, model: 'plain' } as const;
  await connectProvider(aside, entry);
  const page = await aside.openPage('sidepanel.html');
  await page.setViewport(400, 820);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  const began = performance.now();
  const { characters } = await fillHistory(page, history);
  const written = (performance.now() - began) / 1000;
  await page.reload();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  const indexed = history.messages < 1_000 ? 0 : await awaitIndex(page);
  const size = `${history.chats} chats, ${history.messages} messages, ${(characters / MEGABYTE).toFixed(0)} MB`;
  console.log(`${size}: written in ${written.toFixed(0)} s, indexed in ${indexed.toFixed(0)} s more`);
  await page.reload();
  const asker: Asker = {
    browser: aside,
    page,
    fake,
    begin: () => page.getByRole('button', { name: 'New chat', exact: true }).click(),
    rest: async () => {
      await page.waitForText('1884');
      await page.locate('article[aria-busy="true"]').waitFor({ state: 'hidden' });
    },
  };
  return { aside, page, asker, titles: [`History ${history.chats - 1}`, `History ${history.chats - 2}`] };
}

/** From the start of the page until the chat that was last on view is painted. */
async function measureStart({ page, titles: [title] }: Side): Promise<number> {
  await page.reload();
  return page.evaluate(async (wanted) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isThere = () =>
      document.querySelector('h1')?.textContent.trim() === wanted &&
      document.querySelector('article.answer') !== null;
    while (!isThere()) await frame();
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now();
  }, title);
}

/** From the click on the button of the list until its chats are painted. */
async function measureList({ page, titles: [title] }: Side): Promise<number> {
  const took = await page.evaluate(async (wanted) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const button = document.querySelector<HTMLElement>('button[aria-label="Chats"]');
    if (button === null) throw new Error('There is no button for the list');
    const start = performance.now();
    button.click();
    while (![...document.querySelectorAll('[data-chat]')].some((each) => each.textContent.includes(wanted))) {
      await frame();
    }
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - start;
  }, title);
  await page.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return took;
}

const MEASURES: readonly (readonly [string, (side: Side) => Promise<number>])[] = [
  [
    'opening a chat, ms',
    async ({ page, titles }) => {
      await openChat(page, titles[1]);
      return (await openChat(page, titles[0])).painted;
    },
  ],
  ['opening the panel with its last chat, ms', measureStart],
  [
    'the same with the background asleep, ms',
    async (side) => {
      await side.aside.stopBackground();
      return measureStart(side);
    },
  ],
  ['opening the list of chats, ms', measureList],
  ['memory with a chat open, MB', async ({ aside }) => (await heapsOf(aside)) / MEGABYTE],
  ['sending: Enter to request, ms', ({ asker }) => measureAsking(asker, 'awake')],
  ['sending with the background asleep, ms', ({ asker }) => measureAsking(asker, 'asleep, at once')],
  ['memory after all that, MB', async ({ aside }) => (await heapsOf(aside)) / MEGABYTE],
];
