import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

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

/** Selects a word in the middle of the view, then looks at each frame until the answer is finished. */
function watchUntilFinished(panel: BrowserPage) {
  return panel.evaluate(async () => {
    const log = document.querySelector('[role=log]');
    if (log === null) throw new Error('There is no thread.');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let last = -1; last !== log.scrollTop; await frame(), await frame()) last = log.scrollTop;
    const middle = log.getBoundingClientRect().top + log.clientHeight / 2;
    const blocks = [...document.querySelectorAll('.markdown p')].filter((block) => block.textContent.length > 20);
    const seen = blocks.find((block) => block.getBoundingClientRect().bottom > middle);
    const text = seen && document.createTreeWalker(seen, NodeFilter.SHOW_TEXT).nextNode();
    if (!seen || !text) throw new Error('Nothing is in view.');
    getSelection()?.setBaseAndExtent(text, 0, text, Math.min(8, text.nodeValue?.length ?? 0));
    const tops = new Set<number>();
    const places = new Set<number>();
    const selections = new Set<string>();
    let grown = log.scrollHeight;
    for (let after = 0; after < 20; await frame()) {
      tops.add(Math.round(log.scrollTop));
      places.add(Math.round(seen.getBoundingClientRect().top));
      selections.add(getSelection()?.toString() ?? '');
      if (document.querySelector('article[aria-busy=true]') === null) after++;
    }
    grown = log.scrollHeight - grown;
    return { tops: [...tops], places: [...places], selections: [...selections], grown };
  });
}

/**
 * The markup of the last answer, its attributes in order. Left out are guessed heights, what observers add, and how far
 * formulas have been drawn, which waits until they are near the view.
 */
function markupOf(panel: BrowserPage): Promise<string> {
  return panel.evaluate(() => {
    const answer = [...document.querySelectorAll('.markdown')].at(-1)?.cloneNode(true);
    if (!(answer instanceof Element)) return '';
    for (const formula of answer.querySelectorAll('[data-tex]')) formula.replaceChildren();
    for (const element of answer.querySelectorAll('*')) {
      const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const { name } of attributes) element.removeAttribute(name);
      for (const { name, value } of attributes) {
        if (!/^(?:style|data-pinned|data-more-.*)$/.test(name)) element.setAttribute(name, value);
      }
    }
    return answer.innerHTML.replaceAll(/<!--.*?-->/g, '');
  });
}

describe.each(FAMILIES)('an answer that is being written in %s', (family) => {
  const aside = useAside(family);

  test('moves nothing under a reader who went up, keeps what they selected, and reads the same when opened again', async () => {
    await connectProvider(aside(), {
      provider: 'OpenAI',
      name: 'Fake',
      baseUrl: fake.url,
      model: 'mixed:700@200',
    });
    const panel = await aside().openPanel();
    await streamUntil(panel, 1_500);
    await panel.press('PageUp');
    const { tops, places, selections, grown } = await watchUntilFinished(panel);
    expect(grown).toBeGreaterThan(100);
    expect([tops.length, places.length, selections.length]).toEqual([1, 1, 1]);
    expect(selections[0]).not.toBe('');
    const written = await markupOf(panel);
    await aside().closePanel();
    const again = await aside().openPanel();
    await finishedAnswer(again, 'Fake');
    expect(await markupOf(again)).toBe(written);
  });

  test('leaves its Continue button clear of "Jump to latest", wherever the reader has stopped', async () => {
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
