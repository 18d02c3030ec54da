import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAMILIES, useAside } from './support/use-aside.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';

const FILLER = Array.from(
  { length: 60 },
  (_, index) => `<p>Note ${index + 1} of the archive about ferries.</p>`,
).join('');
const PAGE = `<!doctype html><html lang="en"><title>Harbour Bridge</title><main><h1>Harbour Bridge</h1>
<p>The bridge joins the old town to the north shore and carries six lanes.</p>${FILLER}
<h2>Opening</h2><p>The bridge was <em>opened</em> on 19 March 1932 by the mayor.</p>${FILLER}</main></html>`;

let pages: PageServer;
beforeAll(async () => {
  pages = await servePages({
    '/bridge': PAGE,
    '/empty': '<!doctype html><title>Nothing</title><canvas></canvas>',
  });
});
afterAll(() => pages.close());

describe.each(FAMILIES)('the built-in reader in %s', (family) => {
  const aside = useAside(family);

  test('answers from the page in front by quoting it, without a key', async () => {
    const tab = await aside().firstTab();
    await tab.goto(`${pages.origin}/bridge`);
    const panel = await aside().openPanel();
    await panel.waitForText('Harbour Bridge');
    await ask(panel, 'When was the bridge opened?');
    expect(await finishedAnswer(panel, 'Reader')).toContain(
      'The bridge was opened on 19 March 1932 by the mayor.',
    );
    const question = panel.getByRole('article', { name: 'You', exact: true });
    expect(await question.text()).toContain('Harbour Bridge');
  });

  test('shows a quoted passage in the page, highlighted', async () => {
    const panel = await aside().openPanel();
    const tab = await aside().firstTab();
    expect(await tab.evaluate(() => scrollY)).toBe(0);
    await lastAnswer(panel, 'Reader')
      .getByRole('button', { name: /^Citation 1: The bridge was opened/ })
      .click();
    await expect
      .poll(() =>
        tab.evaluate(() => {
          const passage = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes('19 March'));
          const box = passage?.getBoundingClientRect();
          return box !== undefined && box.top > 0 && box.bottom < innerHeight && scrollY > 0;
        }),
      )
      .toBe(true);
    const marked = await tab.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => range.toString())),
    );
    expect(marked.join('').replace(/\s+/g, ' ')).toContain('The bridge was opened on 19 March 1932');
  });

  test('says so where the page does not answer', async () => {
    const panel = await aside().openPanel();
    await ask(panel, 'Which vitamins does broccoli contain?');
    expect(await finishedAnswer(panel, 'Reader')).toMatch(/not found on this page/i);
  });

  test('sends the page of an unchanged tab with one snapshot only', async () => {
    const count = await aside().evaluateInBackground(async () => {
      const open = indexedDB.open('aside');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(new Error('The database did not open.'));
      });
      const all = database.transaction('messages').objectStore('messages').getAll();
      const rows = await new Promise<{ page: { snapshotId: string } | null }[]>((resolve) => {
        all.onsuccess = () => resolve(all.result as { page: { snapshotId: string } | null }[]);
      });
      database.close();
      return new Set(rows.flatMap(({ page }) => (page === null ? [] : [page.snapshotId]))).size;
    });
    expect(count).toBe(1);
  });

  test('says that a page without text has none', async () => {
    const tab = await aside().firstTab();
    await tab.goto(`${pages.origin}/empty`);
    const panel = await aside().openPanel();
    // Firefox ends activeTab with the page, Chromium with the site.
    if (family === 'firefox') await aside().clickToolbar();
    await panel.waitForText('There is no text on this page');
  });
});
