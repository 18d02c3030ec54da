import type { AsideBrowser, BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** All that an answer must leave as it was, but for its own words. */
export interface ReaderState {
  readonly tabs: readonly string[];
  readonly windows: number;
  readonly permissions: string;
  readonly settings: string;
  /** Rows by store, of those that no answer adds to. */
  readonly stores: Readonly<Record<string, string>>;
  readonly chats: number;
  readonly dialogs: number;
  readonly focus: string;
  readonly draft: string;
  readonly pageRead: string | null;
  /** The page in the tab: its markup and what is marked in it. */
  readonly tab: string;
}

/** Reads it, by the panel and the tab that it stands beside. */
export async function readerState(panel: BrowserPage, tab: BrowserPage): Promise<ReaderState> {
  const shown = await panel.evaluate(async () => {
    const result = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
      });
    const database = await result(indexedDB.open('aside'));
    const read = async (name: string): Promise<unknown[]> =>
      database.objectStoreNames.contains(name)
        ? result(database.transaction(name).objectStore(name).getAll() as IDBRequest<unknown[]>)
        : [];
    const stores = Object.fromEntries(
      await Promise.all(
        ['keys', 'feedback', 'attachments'].map(async (name) => [name, JSON.stringify(await read(name))] as const),
      ),
    );
    const chats = (await read('chats')).length;
    database.close();
    const tabs = await chrome.tabs.query({});
    return {
      tabs: tabs.map(({ id, index }) => `${id} ${index}`),
      windows: (await chrome.windows.getAll()).length,
      permissions: JSON.stringify(await chrome.permissions.getAll()),
      settings: JSON.stringify(
        Object.entries(await chrome.storage.local.get())
          // What is counted of every answer.
          .filter(([name]) => !['spending', 'token-ratios', 'stored-chats'].includes(name))
          .sort(),
      ),
      stores,
      chats,
      dialogs: document.querySelectorAll('dialog, [role="dialog"], [role="alertdialog"], [popover]').length,
      focus: document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? '',
      draft: document.querySelector('textarea')?.value ?? '',
      pageRead:
        document
          .querySelector('button[aria-pressed][aria-label^="Read this page"]')
          ?.getAttribute('aria-pressed') ?? null,
    };
  });
  const page = await tab.evaluate(
    () =>
      `${location.href} ${document.title} ${document.documentElement.outerHTML} ${CSS.highlights.size} ${scrollY}`,
  );
  return { ...shown, tab: page };
}

/** Opens a chat that has read a page. */
export async function readPageInto(aside: AsideBrowser, url: string, sign: string) {
  const tab = await aside.firstTab();
  await tab.goto(url);
  await tab.bringToFront();
  await aside.clickToolbar();
  const panel = await aside.openPanel();
  const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
  if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
  await panel.waitForText(sign);
  return { tab, panel };
}
