import { devtoolsOf } from '../browsers/chromium-page.ts';
import { launchAside } from '../browsers/launch-aside.ts';
import type { BrowserPage } from '../browsers/aside-browser.ts';
import { fillDatabase } from '../../tests/support/long-chat/fill-database.ts';
import { openChat, type Opening } from '../../tests/support/long-chat/open-chat.ts';
import {
  scrollBySteps,
  startWatching,
  stopWatching,
  type ScrollRecord,
} from '../../tests/support/long-chat/watch-blanks.ts';
import { median, type BenchOptions, type BenchPart, type BenchReport } from './bench-part.ts';

const CHATS = [
  { id: 'ten', title: 'Ten messages', messages: 10, seed: 7 },
  { id: 'long', title: 'Two thousand messages', messages: 2_000, seed: 7 },
] as const;
/** Notches of a wheel, and what each scrolls in CSS pixels. */
const NOTCHES = 150;
const NOTCH = 120;

/** What a chat of 2,000 messages and 4 MB costs, beside one of 10: opening, typing, scrolling, finding. */
export const longChatPart: BenchPart = {
  name: 'long-chat',
  what: 'opening, scrolling and searching a chat of 2,000 messages and 4 MB, beside one of 10',
  run: measureLongChat,
};

async function measureLongChat({ runs }: BenchOptions): Promise<BenchReport> {
  const aside = await launchAside('chromium');
  try {
    const page = await aside.openPage('sidepanel.html');
    await page.setViewport(400, 820);
    for (const chat of CHATS) await fillDatabase(page, chat);
    await page.reload();
    const openings: Record<string, Opening[]> = { ten: [], long: [] };
    for (const { title } of CHATS) await openChat(page, title);
    for (let run = 0; run < runs; run += 1) {
      for (const { id, title } of CHATS) openings[id]?.push(await openChat(page, title));
    }
    const wheel = await watched(page, () => turnWheel(page));
    const whole = await watched(page, () => scrollBySteps(page, -700, 100_000));
    const finds = [];
    await page.reload();
    await openChat(page, CHATS[1].title);
    for (const query of ['nowhere to be found', 'zugspitze', 'e']) finds.push(await measureFind(page, query));
    const figures = { openings, wheel, whole, finds };
    const row = (name: string, of: (opening: Opening) => number): readonly string[] => {
      const [ten, long] = ['ten', 'long'].map((id) => median((openings[id] ?? []).map(of)));
      return [name, `${ten?.toFixed(0)}`, `${long?.toFixed(0)}`, ((long ?? NaN) / (ten ?? NaN)).toFixed(2)];
    };
    const scrollRow = (name: string, record: ScrollRecord): readonly string[] => [
      name,
      ...[record.frames, record.blank, record.unread, Math.round(record.longestFrame)].map(String),
    ];
    return {
      tables: [
        {
          title: `Opening, median of ${runs}, ms`,
          head: ['', '10 messages', '2,000 messages', 'ratio'],
          rows: [row('end painted', ({ painted }) => painted), row('key painted', ({ typed }) => typed)],
        },
        {
          title: 'Scrolling',
          head: ['', 'frames', 'blank', 'text not read', 'longest frame, ms'],
          rows: [
            scrollRow(`${NOTCHES} notches of a wheel, upwards`, wheel),
            scrollRow('700 px a frame to the start', whole),
          ],
        },
        {
          title: 'Find in 2,000 messages, the first time with all texts to read',
          head: ['query', 'ms', 'longest task, ms', 'result'],
          rows: finds.map((find) => [find.query, `${find.took}`, `${find.longest}`, find.result]),
        },
      ],
      figures,
    };
  } finally {
    await aside.close();
  }
}

async function watched(page: BrowserPage, scroll: () => Promise<unknown>): Promise<ScrollRecord> {
  await startWatching(page);
  await scroll();
  return stopWatching(page);
}

/** A real wheel over the thread. */
async function turnWheel(page: BrowserPage): Promise<void> {
  const devtools = await devtoolsOf(page);
  for (let notch = 0; notch < NOTCHES; notch += 1) {
    const event = { type: 'mouseWheel', x: 200, y: 300, deltaX: 0, deltaY: -NOTCH } as const;
    await devtools.send('Input.dispatchMouseEvent', event);
  }
  await devtools.detach();
}

async function measureFind(page: BrowserPage, query: string) {
  await page.press('Control+f');
  await page.getByRole('searchbox', { name: 'Find in chat' }).waitFor();
  const found = await page.evaluate(async (text) => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ entryTypes: ['longtask'] });
    const field = document.querySelector<HTMLInputElement>('[role="search"] input');
    const status = document.querySelector('[role="search"] [role="status"]');
    if (field === null || status === null) throw new Error('The find is not open');
    const start = performance.now();
    let changed = start;
    const changes = new MutationObserver(() => (changed = performance.now()));
    changes.observe(status, { childList: true, characterData: true, subtree: true });
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // All was found when nothing has changed for a while.
    while (performance.now() - changed < 1_000) await new Promise((resolve) => setTimeout(resolve, 50));
    changes.disconnect();
    observer.disconnect();
    return { took: changed - start, longest: Math.max(0, ...tasks), result: status.textContent };
  }, query);
  await page.press('Escape');
  return { query, took: Math.round(found.took), longest: Math.round(found.longest), result: found.result };
}
