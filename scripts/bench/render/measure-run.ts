import { mixedTokens } from '../../../tests/support/fake-provider/mixed-answer.ts';
import { ask } from '../../../tests/e2e/support/ask.ts';
import type { BrowserPage } from '../../browsers/aside-browser.ts';
import { meterMainThread, spent, type MainThread } from '../main-thread.ts';
import type { Stage } from './stage.ts';

/** One streamed answer. */
export interface Run {
  readonly tokens: number;
  /** From the release of the first token to the answer at rest, in milliseconds. */
  readonly wall: number;
  readonly spent: MainThread;
  /** The longest task over 50 ms, in milliseconds; 0 without one. */
  readonly longest: number;
}

/** Streams `mixed:…` into a new chat of the panel, behind so many tokens of the same answer that are there before. */
export async function runPanel(
  { panel, fake }: Stage,
  tokens: number,
  perSecond: number,
  first = 0,
): Promise<Run> {
  const rate = Number.isFinite(perSecond) ? `@${perSecond}` : '';
  fake.setScenario(`mixed:${first > 0 ? `${first}+` : ''}${tokens}${rate}`);
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  await ask(panel, `Write ${tokens} tokens.`);
  await panel.getByRole('article', { name: 'Fake', exact: true }).waitForText('Thinking');
  if (first > 0) {
    fake.release();
    await panel.evaluate(
      awaitText,
      [...mixedTokens(first)]
        .join('')
        .match(/q\d{5}/g)
        ?.at(-1) ?? '',
    );
  }
  const ended = panel.evaluate(awaitEnd);
  return measure(panel, tokens, () => {
    fake.release();
    return ended;
  });
}

/** Streams the same text at the rate that the panel got it at to the bare page. */
export async function runFloor({ aside, floor, panel }: Stage, tokens: number, perSecond: number): Promise<Run> {
  const page = await aside.openTab(floor.url);
  const [width, height] = await panel.evaluate(() => [innerWidth, innerHeight] as const);
  await page.setViewport(width, height);
  const run = await measure(page, tokens, () => page.evaluate(callStream, tokens, perSecond));
  await page.close();
  return run;
}

async function measure(page: BrowserPage, tokens: number, work: () => Promise<void>): Promise<Run> {
  const meter = await meterMainThread(page);
  await page.evaluate(watchLongTasks);
  const before = await meter.read();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const after = await meter.read();
  const longest = await page.evaluate(longestTask);
  await meter.close();
  return { tokens, wall, spent: spent(before, after), longest };
}

// What follows runs in the page: self-contained.

interface Watched {
  longest: number;
  observer?: PerformanceObserver;
}

function watchLongTasks(): void {
  const watched = globalThis as unknown as { bench?: Watched };
  watched.bench?.observer?.disconnect();
  const bench: Watched = { longest: 0 };
  bench.observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration);
  });
  bench.observer.observe({ type: 'longtask' });
  watched.bench = bench;
}

function longestTask(): number {
  return (globalThis as unknown as { bench?: Watched }).bench?.longest ?? NaN;
}

/** Resolves two frames after the last answer has come to rest. */
function awaitEnd(): Promise<void> {
  const article = [...document.querySelectorAll('article[aria-busy]')].at(-1);
  const isOver = (): boolean => article?.getAttribute('aria-busy') === 'false';
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isOver()) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    };
    const observer = new MutationObserver(check);
    if (article) observer.observe(article, { attributeFilter: ['aria-busy'] });
    check();
  });
}

/** Resolves a while after the last answer shows a word, when the panel has come to rest. */
function awaitText(word: string): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      const answer = [...document.querySelectorAll('article[aria-busy] .markdown')].at(-1);
      if (answer?.textContent.includes(word) === true) requestIdleCallback(() => resolve());
      else setTimeout(check, 50);
    };
    check();
  });
}

function callStream(tokens: number, perSecond: number): Promise<void> {
  return (globalThis as unknown as { stream: (tokens: number, perSecond: number) => Promise<void> }).stream(
    tokens,
    perSecond,
  );
}
