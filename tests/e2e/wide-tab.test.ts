import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { launchAside } from '../../scripts/browsers/launch-aside.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { FAMILIES } from './support/use-aside.ts';

const READER = 'Reader';

/** Where the parts of the page are: left, top, width, height of each, rounded. */
const boxesOf = (page: BrowserPage) =>
  page.evaluate(() =>
    ['aside', 'header', 'main', '.dock', '.dock textarea'].map((selector) => {
      const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return [selector, x, y, width, height].map((value) =>
        typeof value === 'number' ? Math.round(value) : value,
      );
    }),
  );

/** The sum of Chromium's layout-shift entries since the page was opened; Firefox has none. */
const shiftOf = (page: BrowserPage) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return resolve(0);
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          );
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );

describe.each(FAMILIES)('a wide tab in %s', (family) => {
  let profile: string;
  let aside: AsideBrowser;
  let page: BrowserPage;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'aside-wide-'));
    aside = await launchAside(family, { profile });
    page = await aside.openPage('sidepanel.html');
    await page.setViewport(1280, 860);
    for (const question of ['First of all?', 'And secondly?']) {
      await page.getByRole('button', { name: 'New chat', exact: true }).click();
      await ask(page, question);
      await finishedAnswer(page, READER);
    }
  });
  afterAll(async () => {
    await aside.close();
    await rm(profile, { recursive: true, force: true });
  });

  const beside = () => page.getByRole('complementary', { name: 'Chats' });

  test('has the list of chats beside the chat, live, and opens one in place', async () => {
    await beside().getByRole('button', { name: 'And secondly?' }).first().waitFor();
    await beside().getByRole('button', { name: 'First of all?' }).first().click();
    await page.getByRole('heading', { name: 'First of all?' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await beside().isVisible()).toBe(true);
  });

  test('is led through by F6, in both directions', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.getByRole('searchbox', { name: 'Search chats' }).press('F6');
    expect(await focused()).toBe('Conversation');
    await page.press('F6');
    expect(await focused()).toBe('Message');
    await page.press('Shift+F6');
    expect(await focused()).toBe('Conversation');
    await page.press('Shift+F6');
    expect(await focused()).toBe('Search chats');
  });

  test('opens without moving anything', async () => {
    await page.reload();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    const first = await boxesOf(page);
    await beside().getByRole('button', { name: 'And secondly?' }).first().waitFor();
    await finishedAnswer(page, READER);
    expect(await boxesOf(page)).toEqual(first);
    // The words of the page's chip change while it is read; nothing else may move.
    expect(await shiftOf(page)).toBeLessThan(0.01);
  });

  test('wears the looks that were chosen from its first paint on, and nothing moves then either', async () => {
    const settings = await aside.openPage('options.html');
    for (const name of ['Large', 'Violet']) await settings.getByRole('radio', { name, exact: true }).click();
    await settings.getByRole('checkbox', { name: 'High contrast' }).click();
    const root = () =>
      page.evaluate(() => {
        const { accent, contrast, textSize } = document.documentElement.dataset;
        const { fontSize, backgroundColor } = getComputedStyle(document.documentElement);
        return [accent, contrast, textSize, fontSize, backgroundColor].join(' ');
      });
    await page.bringToFront();
    await expect.poll(root).toMatch(/^violet more large 17px rgb\((255, 255, 255|0, 0, 0)\)$/);
    await page.reload();
    const looks = await page.evaluate(() =>
      ['accent', 'contrast', 'textSize', 'theme'].map((name) => localStorage.getItem(name)),
    );
    expect(looks).toEqual(['violet', 'more', 'large', null]);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    const first = await boxesOf(page);
    await beside().getByRole('button', { name: 'And secondly?' }).first().waitFor();
    await finishedAnswer(page, READER);
    const moved = (await boxesOf(page)).flatMap((box, index) =>
      box.map((value, at) => Math.abs(Number(value) - Number(first[index]?.[at])) || 0),
    );
    // In a busy Firefox the dock may yet grow by 3 pixels.
    expect(Math.max(...moved)).toBeLessThan(4);
    expect(await shiftOf(page)).toBeLessThan(0.01);
    await settings.close();
  });

  test('hides the list where its user wants that, also later', async () => {
    await page.getByRole('button', { name: 'Chats', exact: true }).click();
    await beside().waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await beside().count()).toBe(0);
    await page.getByRole('button', { name: 'Chats', exact: true }).click();
    await beside().getByRole('button', { name: 'And secondly?' }).first().waitFor();
  });

  test('gives way to the drawer where it becomes narrow', async () => {
    await page.setViewport(600, 860);
    await beside().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Chats', exact: true }).click();
    await page.getByRole('dialog', { name: 'Chats' }).getByRole('list', { name: 'Chats' }).waitFor();
    expect(await aside.problems()).toEqual([]);
  });
});
