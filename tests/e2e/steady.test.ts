import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { placeSeen, startWatchingPlace } from '../support/steady/watch-place.ts';
import { watchHeights } from '../support/steady/watch-heights.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const GALLERY = await readFile(new URL('../fixtures/markdown/gallery.md', import.meta.url), 'utf8');

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

/** Streams a long answer until it has so many characters, then goes to its end. */
async function streamUntil(panel: BrowserPage, length: number): Promise<void> {
  await ask(panel, 'Write a long one.');
  fake.release(Infinity);
  const written = () =>
    panel.evaluate(() => document.querySelector('article[aria-busy=true] .markdown')?.textContent.length ?? 0);
  await expect.poll(written).toBeGreaterThan(length);
  await panel.evaluate(() => document.querySelector<HTMLElement>('[role=log]')?.focus());
  await panel.press('End');
}

/** The first code of the last answer: how far above the view it ends, in CSS pixels, and how many of its words are coloured. */
function firstCode(panel: BrowserPage): Promise<{ readonly above: number; readonly coloured: number }> {
  return panel.evaluate(() => {
    const log = document.querySelector('[role=log]');
    const code = [...document.querySelectorAll('.markdown')].at(-1)?.querySelector('.markdown-code');
    if (log === null || code == null) throw new Error('There is no code.');
    let coloured = 0;
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) if (code.contains(range.startContainer)) coloured += 1;
    }
    return { above: log.getBoundingClientRect().top - code.getBoundingClientRect().bottom, coloured };
  });
}

/** Resolves when nothing has moved for some frames. */
async function standsStill(panel: BrowserPage): Promise<void> {
  await panel.evaluate(async () => {
    const log = document.querySelector('[role=log]');
    for (let still = 0; still < 12;) {
      const last = log?.scrollTop;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      still = log?.scrollTop === last ? still + 1 : 0;
    }
  });
}

/**
 * The markup of the last answer, its attributes in order. Left out are guessed heights, what observers add, ids, which count
 * through the page, and how far formulas and charts have been drawn, which waits until they are near the view.
 */
function markupOf(panel: BrowserPage): Promise<string> {
  return panel.evaluate(() => {
    const answer = [...document.querySelectorAll('.markdown')].at(-1)?.cloneNode(true);
    if (!(answer instanceof Element)) return '';
    for (const formula of answer.querySelectorAll('[data-tex]')) formula.replaceChildren();
    for (const part of answer.querySelectorAll('.markdown-chart-plot, .markdown-math-block > p')) part.remove();
    for (const element of answer.querySelectorAll('*')) {
      const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const { name } of attributes) element.removeAttribute(name);
      for (const { name, value } of attributes) {
        if (!/^(?:style|id|aria-(?:describedby|labelledby|controls)|data-pinned|data-more-.*)$/.test(name))
          element.setAttribute(name, value);
      }
    }
    return answer.innerHTML.replaceAll(/<!--.*?-->/g, '');
  });
}

describe.each(FAMILIES)('an answer that is being written in %s', (family) => {
  const aside = useAside(family);

  test('is never less high anywhere than it was', async () => {
    await connectProvider(aside(), {
      provider: 'OpenAI',
      name: 'Fake',
      baseUrl: fake.url,
      model: 'mixed:700@200',
    });
    fake.setScenario(`paced:300:${GALLERY}`);
    const panel = await aside().openPanel();
    await streamUntil(panel, 500);
    const { frames, atEnd, blocks, shrunk } = await watchHeights(panel);
    expect(shrunk).toEqual([]);
    // Only there all blocks that grow are drawn.
    expect(atEnd / frames).toBeGreaterThan(0.9);
    expect(frames).toBeGreaterThan(50);
    expect(blocks).toBeGreaterThan(30);
    expect(await lastAnswer(panel, 'Fake').locate('svg.marks').count()).toBeGreaterThan(0);
  });

  test('moves nothing under a reader who turned the wheel up, keeps what they selected, and reads the same when opened again', async () => {
    const panel = await aside().openPanel();
    await streamUntil(panel, 1_500);
    await panel.wheel(200, 300, -100);
    await standsStill(panel);
    const before = await firstCode(panel);
    // Too far above to be coloured.
    expect(before.coloured).toBe(0);
    expect(before.above).toBeGreaterThan(320);
    await startWatchingPlace(panel);
    const notches = Math.ceil((before.above - 200) / 100);
    for (let notch = 0; notch < notches; notch += 1) await panel.wheel(200, 300, -100);
    await standsStill(panel);
    const wheeled = await placeSeen(panel);
    expect(wheeled.tops).toEqual(wheeled.tops.toSorted((a, b) => a - b));
    expect((wheeled.tops.at(-1) ?? 0) - (wheeled.tops[0] ?? 0)).toBeCloseTo(notches * 100, -1);
    await startWatchingPlace(panel);
    await expect.poll(async () => (await firstCode(panel)).coloured).toBeGreaterThan(5);
    expect((await firstCode(panel)).above).toBeGreaterThan(0);
    const height = () => panel.evaluate(() => document.querySelector('[role=log]')?.scrollHeight ?? 0);
    const unfinished = await height();
    await finishedAnswer(panel, 'Fake');
    await standsStill(panel);
    const { tops, scrolled, selections } = await placeSeen(panel);
    expect((await height()) - unfinished).toBeGreaterThan(300);
    expect([tops.length, scrolled.length, selections.length]).toEqual([1, 1, 1]);
    expect(selections[0]).not.toBe('');
    const written = await markupOf(panel);
    await aside().closePanel();
    const again = await aside().openPanel();
    await finishedAnswer(again, 'Fake');
    // The code that draws charts is loaded when one is near.
    await expect.poll(() => markupOf(again), { timeout: 10_000 }).toBe(written);
  });

  test('leaves its Continue button clear of "Jump to latest", wherever the reader has stopped', async () => {
    fake.setScenario(null);
    const panel = await aside().openPanel();
    await streamUntil(panel, 300);
    await panel.press('Escape');
    await lastAnswer(panel, 'Fake').getByRole('button', { name: 'Continue', exact: true }).waitFor();
    const covered = await panel.evaluate(async () => {
      const log = document.querySelector('[role=log]');
      const goOn = [...document.querySelectorAll('button')].filter(
        (button) => button.textContent.trim() === 'Continue',
      );
      const place = goOn.at(-1);
      if (log === null || place === undefined) throw new Error('There is nothing to continue.');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const found: number[] = [];
      for (let distance = 0; distance < 400; distance += 10) {
        log.scrollTo({ top: log.scrollHeight - log.clientHeight - distance, behavior: 'instant' });
        await frame();
        await frame();
        const jump = [...document.querySelectorAll('button')].find((button) =>
          /Jump to latest/.test(button.textContent),
        );
        const [one, other] = [place.getBoundingClientRect(), jump?.getBoundingClientRect()];
        if (other !== undefined && one.top < other.bottom && one.bottom > other.top) found.push(distance);
      }
      return found;
    });
    expect(covered).toEqual([]);
  });
});
