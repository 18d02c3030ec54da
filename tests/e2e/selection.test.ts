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

  test('is asked about at once by an action of the menu, or waits in the composer as its user set it', async () => {
    const tab = await selectPoem();
    let panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await aside().clickSelectionMenu(tab, { id: 'action:explain', label: /^Explain$/ });
    panel = await aside().awaitPanel();
    await panel
      .getByRole('article', { name: 'You', exact: true })
      .last()
      .waitForText('Explain this in plain words:');
    expect(await panel.getByRole('article', { name: 'You', exact: true }).last().text()).toContain(
      'The second line',
    );

    const template = 'What is “{title}” at {url}? {selection}';
    const settings = await aside().openPage('options.html');
    await settings.locate('summary').first().waitFor();
    await settings.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await settings.getByRole('textbox', { name: 'What it asks' }).first().fill(template);
    await settings.getByRole('checkbox', { name: 'Send at once, without a look' }).first().click();
    const stored = () =>
      settings.evaluate(async () => {
        const { 'prompt-actions': actions } = await chrome.storage.local.get('prompt-actions');
        return (actions as readonly unknown[] | undefined)?.[0];
      });
    await expect.poll(stored).toMatchObject({ template, sendAtOnce: false });
    await settings.close();
    await tab.bringToFront();
    await panel.getByRole('textbox', { name: 'Message' }).fill('');
    await aside().clickSelectionMenu(tab, { id: 'action:explain', label: /^Explain$/ });
    const field = (await aside().awaitPanel()).getByRole('textbox', { name: 'Message' });
    await expect
      .poll(() => field.value())
      .toBe(`What is “Poem” at ${pages.origin}/poem? \n\n> The first line\n> The second line`);
    await field.fill('');
    await panel.close();
  });

  test('comes by the shortcut, after what was typed', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('textbox', { name: 'Message' }).fill('Compare with:');
    const tab = await selectPoem();
    await tab.bringToFront();
    await aside().useShortcut({ keys: 'Alt+Shift+S', command: 'ask-selection' });
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Message' }).value())
      .toBe(`Compare with:\n\n${QUOTED}`);
  });
});
