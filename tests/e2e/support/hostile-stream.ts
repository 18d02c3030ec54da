import { expect } from 'vitest';
import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import { ask, lastAnswer } from './ask.ts';
import { answersAsked, newChat, type Stage } from './panels.ts';
import { watchBurden, type Burden, type BurdenWatch } from './watch-hostile.ts';

/** How a hostile answer went. */
export interface HostileRun extends Burden {
  /** Elements that it was made of when it was over. */
  readonly elements: number;
  /** Milliseconds from its first words to the panel at rest. */
  readonly took: number;
}

/** How one was stopped. */
export interface HostileStop extends Burden {
  /** Milliseconds from the click on Stop to its words on the screen. */
  readonly shown: number;
  /** Milliseconds from the click on Stop to the end of the connection, as the provider saw it. */
  readonly cut: number;
}

/** Streams a scenario into a new chat to its end, which must be on the screen. */
export async function streamHostile(stage: Stage, panel: BrowserPage, scenario: string): Promise<HostileRun> {
  const watch = await begin(stage, panel, scenario);
  const start = performance.now();
  await reached(panel, watch, isAtRest);
  expect(await panel.evaluate(endOfAnswer)).toMatch(/end$/);
  const took = performance.now() - start;
  return { ...(await watch.end()), elements: await panel.evaluate(countElements), took };
}

/** Streams a scenario that does not end into a new chat and stops it once so many elements are on the screen. */
export async function stopHostile(
  stage: Stage,
  panel: BrowserPage,
  scenario: string,
  elements: number,
): Promise<HostileStop> {
  const watch = await begin(stage, panel, scenario);
  await reached(panel, watch, hasElements, Math.max(1, Math.floor(elements)));
  const clickedAt = performance.now();
  const since = (): number => performance.now() - clickedAt;
  const isCut = stage.fake.until(() => answersAsked(stage.fake).at(-1)?.aborted === true).then(since);
  // Not by its role: to find that, Playwright would name each of a hundred thousand elements.
  await panel.locate('button[aria-label="Stop"]').click();
  await reached(panel, watch, isStopped);
  const shown = since();
  const cut = await isCut;
  await panel.locate('button[aria-label="Send"]').waitFor();
  return { ...(await watch.end()), shown, cut };
}

async function begin({ aside, fake }: Stage, panel: BrowserPage, scenario: string): Promise<BurdenWatch> {
  fake.setScenario(scenario);
  await newChat(panel);
  await ask(panel, `Stream ${scenario}.`);
  await lastAnswer(panel, 'Fake').waitForText('Thinking');
  const watch = await watchBurden(panel, aside.family);
  fake.release();
  return watch;
}

async function reached<Args extends readonly unknown[]>(
  panel: BrowserPage,
  watch: BurdenWatch,
  test: (...args: Args) => boolean,
  ...args: Args
): Promise<void> {
  const look = async (): Promise<boolean> => {
    await watch.look();
    return panel.evaluate(test, ...args);
  };
  await expect.poll(look, { timeout: 600_000, interval: 100 }).toBe(true);
}

// What follows runs in the panel: self-contained. Reading the visible text of a megabyte would itself take long.

function isAtRest(): boolean {
  return [...document.querySelectorAll('article[aria-busy]')].at(-1)?.getAttribute('aria-busy') === 'false';
}

function isStopped(): boolean {
  const notice = [...document.querySelectorAll('article[aria-busy]')].at(-1)?.lastElementChild?.parentElement;
  return [...(notice?.children ?? [])].some(
    (part) => !part.classList.contains('body') && part.textContent.includes('You stopped this answer.'),
  );
}

function countElements(): number {
  const answer = [...document.querySelectorAll('article[aria-busy] .markdown')].at(-1);
  return answer?.getElementsByTagName('*').length ?? 0;
}

function hasElements(count: number): boolean {
  const answer = [...document.querySelectorAll('article[aria-busy] .markdown')].at(-1);
  return (answer?.getElementsByTagName('*').length ?? 0) >= count;
}

function endOfAnswer(): string {
  const answer = [...document.querySelectorAll('article[aria-busy] .markdown')].at(-1);
  return (answer?.lastElementChild?.textContent ?? '').trimEnd().slice(-40);
}
