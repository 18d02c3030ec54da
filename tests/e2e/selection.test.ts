import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const PAGE = '<!doctype html><title>Poem</title><p id="poem">The first line<br>The second line</p>';
const QUOTED = '> The first line\n> The second line\n\n';

let pages: PageServer;
beforeAll(async () => {
  pages = await servePages({ '/poem': PAGE });
});
afterAll(() => pages.close());

describe.each(FAMILIES)('a selection in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });

  async function selectPoem(): Promise<Awaited<ReturnType<ReturnType<typeof aside>['firstTab']>>> {
    const tab = await aside().firstTab();
    await tab.goto(`${pages.origin}/poem`);
    await tab.bringToFront();
    await tab.evaluate(() => {
      const poem = document.getElementById('poem');
      if (poem) getSelection()?.selectAllChildren(poem);
    });
    return tab;
  }

  test('comes by the context menu into the composer, quoted, line breaks kept', async () => {
    const tab = await selectPoem();
    if (family === 'chromium') await aside().openPanel();
    await aside().clickSelectionMenu(tab, { id: 'ask-selection', label: 'Ask about selection' });
    const panel = await aside().awaitPanel();
    await expect.poll(() => panel.getByRole('textbox', { name: 'Message' }).value()).toBe(QUOTED);
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Message');
  });

  test('comes by the shortcut, after what was typed', async () => {
    const panel = await aside().awaitPanel();
    await panel.getByRole('textbox', { name: 'Message' }).fill('Compare with:');
    const tab = await selectPoem();
    await tab.bringToFront();
    await aside().useShortcut({ keys: 'Alt+Shift+S', command: 'ask-selection' });
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Message' }).value())
      .toBe(`Compare with:\n\n${QUOTED}`);
  });
});
