import { beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { devtoolsOf } from '../../scripts/browsers/chromium-page.ts';
import { fillDatabase } from '../support/long-chat/fill-database.ts';
import { openChat, type Opening } from '../support/long-chat/open-chat.ts';
import { scrollBySteps, startWatching, stopWatching } from '../support/long-chat/watch-blanks.ts';
import { ask } from './support/ask.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const LONG = { id: 'long', title: 'Two thousand messages', messages: 2_000, seed: 7 };
const SHORT = { id: 'short', title: 'Ten messages', messages: 10, seed: 7 };
/** `npm run bench -- long-chat` asks for 2; a gate on a busy machine has slack. */
const MOST = 3;

/** What is marked as the hit that is shown, and how far from the thread's middle it is, in CSS pixels. */
function shownHit(page: BrowserPage): Promise<{ readonly text: string; readonly off: number } | null> {
  return page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('find-current') ?? [])];
    const thread = document.querySelector('[role="log"]')?.getBoundingClientRect();
    if (!(range instanceof Range) || thread === undefined) return null;
    const hit = range.getBoundingClientRect();
    const off = hit.top + hit.height / 2 - (thread.top + thread.height / 2);
    return { text: range.toString(), off: Math.abs(Math.round(off)) };
  });
}

/** Pastes into the composer, and tells of the numbered questions that came. */
async function pastedChat(page: BrowserPage) {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    delete dataset['pasted'];
    const onpaste = (event: ClipboardEvent): void => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain').replaceAll('\r\n', '\n') ?? '';
      const numbers = (text.match(/^\d+\. .*\?$/gm) ?? []).map((question) => Number.parseInt(question));
      dataset['pasted'] = JSON.stringify({
        questions: numbers.length,
        isInOrder: numbers.every((number, index) => number === index + 1),
        isClean: !/Copy code|Reading…|Regenerate|\*\*/.test(text),
        isLong: text.length > 3_000_000,
      });
    };
    document.addEventListener('paste', onpaste, { once: true });
  });
  await page.getByRole('textbox', { name: 'Message' }).press('Control+v');
  const pasted = (): Promise<string> => page.evaluate(() => document.documentElement.dataset['pasted'] ?? '');
  await expect.poll(pasted).not.toBe('');
  return JSON.parse(await pasted()) as unknown;
}

describe.each(FAMILIES)('a chat of 2,000 messages in %s', (family) => {
  const aside = useAside(family);
  let page: BrowserPage;

  beforeAll(async () => {
    page = await aside().openPage('sidepanel.html');
    // In a wide page the list of chats stands beside the chat.
    await page.setViewport(480, 860);
    await fillDatabase(page, SHORT);
    expect((await fillDatabase(page, LONG)).characters).toBeGreaterThan(3_900_000);
    await page.reload();
  });

  test('opens at its end and takes typing about as soon as one of 10', async () => {
    const openings: Record<'short' | 'long', Opening[]> = { short: [], long: [] };
    await openChat(page, SHORT.title);
    await openChat(page, LONG.title);
    for (let run = 0; run < 3; run += 1) {
      openings.short.push(await openChat(page, SHORT.title));
      openings.long.push(await openChat(page, LONG.title));
    }
    const middle = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[1] ?? NaN;
    const painted = ({ painted: time }: Opening) => time;
    const typed = ({ typed: time }: Opening) => time;
    expect(middle(openings.long.map(painted))).toBeLessThan(MOST * middle(openings.short.map(painted)));
    // Two frames are no difference.
    expect(middle(openings.long.map(typed))).toBeLessThan(MOST * middle(openings.short.map(typed)) + 33);
    await page.getByRole('article').last().waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('article').length)).toBeLessThan(60);
  });

  test('scrolls without a blank, by steps and by leaps', async () => {
    await startWatching(page);
    await scrollBySteps(page, -400, 60);
    await scrollBySteps(page, -90_000, 100);
    await scrollBySteps(page, 400, 30);
    const record = await stopWatching(page);
    expect(record.frames).toBeGreaterThan(60);
    expect(record.blank).toBe(0);
    expect(await page.evaluate(() => document.querySelectorAll('article').length)).toBeLessThan(60);
    await page.getByRole('button', { name: 'Jump to latest' }).click();
    await page.getByRole('button', { name: 'Jump to latest' }).waitFor({ state: 'hidden' });
  });

  test('is copied whole when all of it is selected, drawn or not', async () => {
    const whole = { questions: 1_000, isInOrder: true, isClean: true, isLong: true };
    await page.evaluate(() => navigator.clipboard.writeText('what was there'));
    await page.evaluate(() => document.querySelector<HTMLElement>('[role="log"]')?.focus());
    await page.press('Control+a');
    // At once: what is not drawn has to be read first, and the clipboard may have it some moments later.
    await page.press('Control+c');
    await expect.poll(() => pastedChat(page), { timeout: 15_000 }).toEqual(whole);
    await page.evaluate(() => navigator.clipboard.writeText('what was there'));
    await page.evaluate(() => document.querySelector<HTMLElement>('[role="log"]')?.focus());
    await page.press('Control+a');
    await page.press('Control+c');
    expect(await pastedChat(page)).toEqual(whole);
    expect(await page.evaluate(() => document.querySelectorAll('article').length)).toBeLessThan(60);
  });

  test.runIf(family === 'chromium')('goes on paper as far as it is drawn, and says so', async () => {
    const devtools = await devtoolsOf(page);
    await devtools.send('Emulation.setEmulatedMedia', { media: 'print' });
    const paper = await page.evaluate(() => {
      const log = document.querySelector<HTMLElement>('[role="log"]');
      const gap = document.querySelector<HTMLElement>('[data-undrawn]');
      return {
        isCut:
          log === null || log.clientHeight < log.scrollHeight || getComputedStyle(log).overflowY !== 'visible',
        composer: document.querySelector('textarea')?.checkVisibility(),
        gap: gap === null ? NaN : gap.offsetHeight,
        note: gap === null ? '' : getComputedStyle(gap, '::after').content,
      };
    });
    await devtools.send('Emulation.setEmulatedMedia', { media: '' });
    await devtools.detach();
    expect(paper).toMatchObject({ isCut: false, composer: false });
    expect(paper.gap).toBeLessThan(100);
    expect(paper.note).toMatch(/not printed/);
  });

  test('Ctrl+F finds a word in the whole chat, marks it and goes from hit to hit', async () => {
    await page.getByRole('textbox', { name: 'Message' }).press('Control+f');
    const field = page.getByRole('searchbox', { name: 'Find in chat' });
    const status = page.locate('[role="search"] [role="status"]');
    await field.fill('zugspitze');
    await status.waitForText(/^\d+ of 30$/);
    await field.fill('ZÜGSPITZE');
    await status.waitForText('1 of 30');
    await expect.poll(() => shownHit(page)).toEqual({ text: 'ZUGSPITZE', off: expect.closeTo(0, -1) as number });
    await field.press('Enter');
    // The second is bold in its middle.
    await status.waitForText('2 of 30');
    await expect.poll(() => shownHit(page)).toMatchObject({ text: 'Zugspitze' });
    await page.press('F3');
    await expect.poll(() => shownHit(page)).toMatchObject({ text: 'Zügspitze' });
    await page.getByRole('button', { name: 'Previous', exact: true }).click();
    await page.getByRole('button', { name: 'Previous', exact: true }).click();
    await field.press('Shift+Enter');
    await status.waitForText('30 of 30');
    await expect.poll(() => shownHit(page)).toEqual({ text: 'Zügspitze', off: expect.closeTo(0, -1) as number });
  });

  test('what comes while it is open is found, too; Escape leads back', async () => {
    const status = page.locate('[role="search"] [role="status"]');
    await ask(page, 'How high is the Zugspitze?');
    await status.waitForText('30 of 31');
    const message = page.getByRole('textbox', { name: 'Message' });
    await page.getByRole('searchbox', { name: 'Find in chat' }).press('Escape');
    await page.getByRole('searchbox', { name: 'Find in chat' }).waitFor({ state: 'hidden' });
    await page.press('z');
    expect(await message.value()).toBe('z');
    await message.fill('');
    expect(await page.evaluate(() => CSS.highlights.has('find-hit'))).toBe(false);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Find in chat' }).click();
    await page.locate('input[type="search"]:focus').waitFor();
    await page.press('q');
    await expect.poll(() => page.getByRole('searchbox', { name: 'Find in chat' }).value()).toBe('q');
    await page.getByRole('button', { name: 'Close find' }).click();
  });
});
