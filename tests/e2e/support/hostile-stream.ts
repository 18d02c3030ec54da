import { expect } from 'vitest';
import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import { ask, lastAnswer } from './ask.ts';
import { newChat, type Stage } from './panels.ts';

/** How a hostile answer went. */
export interface HostileRun {
  /** The longest task of the panel's main thread, in milliseconds; 0 where none took over 50, NaN in Firefox. */
  readonly longest: number;
  /** The largest JavaScript heap that was seen, in bytes; NaN in Firefox. */
  readonly heap: number;
  /** Milliseconds from the click on Stop to its words on the screen; NaN where it was not stopped. */
  readonly stopped: number;
}

/** Streams a scenario into a new chat to its end, which must be on the screen. */
export async function streamHostile(stage: Stage, panel: BrowserPage, scenario: string): Promise<HostileRun> {
  await begin(stage, panel, scenario);
  const timeout = 300_000;
  await expect.poll(() => panel.evaluate(isAtRest), { timeout, interval: 250 }).toBe(true);
  expect(await panel.evaluate(endOfAnswer)).toMatch(/end$/);
  return { ...(await watched(stage, panel)), stopped: NaN };
}

/** Streams a scenario that does not end into a new chat and stops it in the middle. */
export async function stopHostile(stage: Stage, panel: BrowserPage, scenario: string): Promise<HostileRun> {
  await begin(stage, panel, scenario);
  await expect.poll(() => panel.evaluate(endOfAnswer), { timeout: 60_000, interval: 50 }).not.toBe('');
  await panel.getByRole('button', { name: 'Stop', exact: true }).click();
  const clickedAt = Date.now();
  await expect.poll(() => panel.evaluate(isStopped), { timeout: 60_000, interval: 50 }).toBe(true);
  const stopped = Date.now() - clickedAt;
  await stage.fake.until((requests) => requests.at(-1)?.aborted === true);
  await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
  return { ...(await watched(stage, panel)), stopped };
}

async function begin({ aside, fake }: Stage, panel: BrowserPage, scenario: string): Promise<void> {
  fake.setScenario(scenario);
  await newChat(panel);
  await ask(panel, `Stream ${scenario}.`);
  await lastAnswer(panel, 'Fake').waitForText('Thinking');
  if (aside.family === 'chromium') await panel.evaluate(watch);
  fake.release();
}

/** Firefox tells of neither. */
async function watched({ aside }: Stage, panel: BrowserPage): Promise<Watched> {
  return aside.family === 'chromium' ? panel.evaluate(readWatch) : { longest: NaN, heap: NaN };
}

// What follows runs in the panel: self-contained. Reading the visible text of a megabyte would itself take long.

interface Watched {
  longest: number;
  heap: number;
}

function watch(): void {
  const watched: Watched = { longest: 0, heap: 0 };
  (globalThis as unknown as { hostile: Watched }).hostile = watched;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
  }).observe({ type: 'longtask' });
}

function readWatch(): Watched {
  const watched = (globalThis as unknown as { hostile: Watched }).hostile;
  const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
  return { longest: watched.longest, heap: memory?.usedJSHeapSize ?? NaN };
}

function isAtRest(): boolean {
  return [...document.querySelectorAll('article[aria-busy]')].at(-1)?.getAttribute('aria-busy') === 'false';
}

function isStopped(): boolean {
  const notice = [...document.querySelectorAll('article[aria-busy]')].at(-1)?.lastElementChild?.parentElement;
  return [...(notice?.children ?? [])].some(
    (part) => !part.classList.contains('body') && part.textContent.includes('You stopped this answer.'),
  );
}

function endOfAnswer(): string {
  const answer = [...document.querySelectorAll('article[aria-busy] .markdown')].at(-1);
  return (answer?.lastElementChild?.textContent ?? '').trimEnd().slice(-40);
}
