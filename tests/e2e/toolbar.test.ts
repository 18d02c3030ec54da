import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const page = (title: string) =>
  `<!doctype html><title>${title}</title><main><h1>${title}</h1><p>Some words to read.</p></main>`;

let pages: PageServer;
beforeAll(async () => {
  pages = await servePages({ '/one': page('Page one'), '/two': page('Page two') });
});
afterAll(() => pages.close());

describe.each(FAMILIES)('the toolbar button in %s', (family) => {
  const aside = useAside(family);

  test('opens the panel, which may then read the tab', async () => {
    const tab = await aside().firstTab();
    await tab.goto(`${pages.origin}/one`);
    const panel = await aside().openPanel();
    await panel.waitForText('Page one');
  });

  test('lets the open panel read another tab', async () => {
    const other = await aside().openTab(`${pages.origin}/two`);
    await other.bringToFront();
    const panel = await aside().awaitPanel();
    await panel.waitForText('click Aside’s toolbar button to let it read');
    await aside().clickToolbar();
    await panel.waitForText('Page two');
    expect(await aside().isPanelOpen()).toBe(true);
  });

  // Firefox tells nobody whether its sidebar is open; it has a button and a shortcut of its own to close it.
  test.runIf(family === 'chromium')('closes the panel where Aside could read the tab already', async () => {
    await aside().clickToolbar();
    await expect.poll(() => aside().isPanelOpen()).toBe(false);
  });

  test('says of a page of the browser itself that it cannot be read', async () => {
    const panel = await aside().openPanel();
    const tab = await aside().openTab(family === 'chromium' ? 'chrome://version' : 'about:support');
    await tab.bringToFront();
    await panel.waitForText('This page cannot be read.');
    await panel.getByRole('textbox', { name: 'Message' }).fill('What is this?');
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.waitForText('Add provider');
  });
});
