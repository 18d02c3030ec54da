import { cp, rm } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const PAGE = `<!doctype html><html lang="en"><title>Harbour Bridge</title><main><h1>Harbour Bridge</h1>
<p>The bridge joins the old town to the north shore and carries six lanes.</p>
<h2>Opening</h2><p>The bridge was opened on 19 March 1932 by the mayor.</p></main></html>`;
const WHOLE = Array.from({ length: 10 }, (_, index) => `token-${index + 1}`).join(' ');

let pages: PageServer;
let fake: FakeProvider;
beforeAll(async () => {
  pages = await servePages({ '/bridge': PAGE });
  fake = await startFakeProvider();
});
afterAll(() => Promise.all([pages.close(), fake.close()]));

describe.each(FAMILIES)('an update of Aside in %s', (family) => {
  // Chromium's update changes the build that it loaded.
  const extension = mkdtempSync(join(tmpdir(), 'aside-build-'));
  beforeAll(() => cp(buildOf(family), extension, { recursive: true }));
  afterAll(() => rm(extension, { recursive: true }));
  const aside = useAside(family, { extension });

  test('closes old panels, and the new one shows passages in a page where an old highlight stayed', async () => {
    const oldTab = await aside().openPage('sidepanel.html');
    const page = await aside().openTab(`${pages.origin}/bridge`);
    const oldPanel = await aside().openPanel();
    await oldPanel.waitForText('Harbour Bridge');
    await ask(oldPanel, 'When was the bridge opened?');
    await finishedAnswer(oldPanel, 'Reader');
    await cite(oldPanel);
    await expect.poll(() => highlighted(page)).toEqual(['The bridge was opened on 19 March 1932 by the mayor.']);

    await aside().update('9.1');
    await expect.poll(() => version(aside())).toBe('9.1');
    await expect.poll(() => aside().isPanelOpen()).toBe(false);
    await expect(oldTab.evaluate(() => document.title)).rejects.toThrow();

    // What the old script listens to in the page; its errors are among the problems that end this block.
    await page.getByRole('heading', { name: 'Opening' }).click();
    await page.press('Escape');
    const panel = await aside().openPanel();
    await cite(panel);
    await expect.poll(() => highlighted(page)).toEqual(['The bridge was opened on 19 March 1932 by the mayor.']);
    // The highlight seen may still be the old one, with the new one on its way.
    const highlightedAfterClick = async () => {
      await page.getByRole('heading', { name: 'Opening' }).click();
      return highlighted(page);
    };
    await expect.poll(highlightedAfterClick).toEqual([]);
  });

  // Chrome itself waits for an idle background; its real updater takes packed builds from a web store only.
  test.runIf(family === 'firefox')(
    'waits for the answer and for the question queued behind it, and both are kept whole',
    async () => {
      await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'hold' });
      const panel = await aside().openPanel();
      await panel.getByRole('button', { name: 'New chat', exact: true }).click();
      await ask(panel, 'Count, please.');
      fake.release(3);
      await lastAnswer(panel, 'Fake').waitForText('token-3');
      const message = panel.getByRole('textbox', { name: 'Message' });
      await message.fill('And once more.');
      await message.press('Enter');
      await panel.getByRole('button', { name: 'Edit waiting question' }).waitFor();

      expect(await aside().update('9.2')).toBe('postponed');
      fake.release(3);
      await lastAnswer(panel, 'Fake').waitForText('token-6');
      fake.release(4);
      await panel.getByRole('article', { name: 'You', exact: true }).nth(1).waitForText('And once more.');
      fake.release(2);
      await lastAnswer(panel, 'Fake').waitForText(/^(?!.*token-3).*token-2/s);
      expect(await version(aside())).not.toBe('9.2');
      fake.release(Infinity);

      await expect.poll(() => version(aside())).toBe('9.2');
      const after = await aside().openPanel();
      const answers = after.getByRole('article', { name: 'Fake', exact: true });
      await answers.nth(1).waitForText(WHOLE);
      expect(await answers.nth(0).text()).toContain(WHOLE);
      expect(await after.getByRole('alert').count()).toBe(0);
      expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
    },
  );

  test.runIf(family === 'firefox')('wakes a sleeping background, which lets it in', async () => {
    await aside().stopBackground();
    expect(await aside().update('9.3')).toBe('postponed');
    await expect.poll(() => version(aside())).toBe('9.3');
  });
});

function buildOf(family: string): string {
  return join(import.meta.dirname, '../../.output', family === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

function cite(panel: BrowserPage): Promise<void> {
  return lastAnswer(panel, 'Reader')
    .getByRole('button', { name: /^Citation 1: The bridge was opened/ })
    .click();
}

/** The texts that are highlighted in a page. */
function highlighted(page: BrowserPage): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => range.toString().trim())),
  );
}

function version(aside: AsideBrowser): Promise<string> {
  return aside.evaluateInBackground(() => chrome.runtime.getManifest().version);
}
