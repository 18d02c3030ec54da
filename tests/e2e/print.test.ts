import { describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { storedMessages } from './support/stored-chats.ts';
import { askWithoutPage } from './support/survive-corruption.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

describe.each(FAMILIES)('a chat that is printed in %s', (family) => {
  const aside = useAside(family);

  test('opens the print dialog by itself once all of it is drawn, and again by its button', async () => {
    const panel = await aside().openPanel();
    await askWithoutPage(panel, 'Asked to be printed');
    const holder = await aside().openPage('workbench.html');
    const [message] = await storedMessages(holder);
    // It reads the chat no sooner than its call of the browser's dialog is watched.
    await holdDatabase(holder);
    const printed = await aside().openPage(`print.html#${message?.chatId}`);
    await printed.waitForText('Reading the chat…');
    await watchPrinting(printed);
    await releaseDatabase(holder);
    await printed.waitForText('All of it is drawn.');
    await printed.waitForText('Asked to be printed');
    expect(await callsOf(printed)).toEqual(['All of it is drawn. The print dialog also saves it as a PDF.']);
    await printed.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(() => callsOf(printed)).toHaveLength(2);
  });
});

/** Keeps a transaction of writing open, behind which every reading waits. */
function holdDatabase(page: BrowserPage): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('aside');
        opened.onerror = () => reject(opened.error ?? new Error('IndexedDB failed'));
        opened.onsuccess = () => {
          const names = [...opened.result.objectStoreNames];
          const transaction = opened.result.transaction(names, 'readwrite');
          const store = transaction.objectStore('chats');
          const goOn = () => {
            if (document.documentElement.dataset['release'] === 'yes') return opened.result.close();
            store.count().onsuccess = goOn;
          };
          store.count().onsuccess = () => {
            resolve();
            goOn();
          };
        };
      }),
  );
}

function releaseDatabase(page: BrowserPage): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dataset['release'] = 'yes';
  });
}

/** Notes what the page says whenever it asks for the browser's print dialog, in its place. */
function watchPrinting(page: BrowserPage): Promise<void> {
  return page.evaluate(() => {
    const { head } = document;
    head.dataset['printed'] = '[]';
    const script = window as unknown as { wrappedJSObject?: Window } & Window;
    const page = script.wrappedJSObject ?? window;
    page.print = () => {
      const said = document.querySelector('[role=status]')?.textContent ?? '';
      head.dataset['printed'] = JSON.stringify([
        ...(JSON.parse(head.dataset['printed'] ?? '[]') as string[]),
        said,
      ]);
    };
  });
}

function callsOf(page: BrowserPage): Promise<readonly string[]> {
  return page.evaluate(() => JSON.parse(document.head.dataset['printed'] ?? '[]') as string[]);
}
