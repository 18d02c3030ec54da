import type { AsideBrowser, BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** All that goes over ports from now on and what the background writes to its console, until it stops. */
export async function watchBackground(aside: AsideBrowser): Promise<void> {
  await aside.evaluateInBackground(() => {
    // Not `globalThis`: Firefox's driver gives each call one of its own.
    const world = self as unknown as Record<'browser' | 'chrome', typeof chrome> & { witnessed: string[] };
    const api = world.browser ?? world.chrome;
    world.witnessed = [];
    const note = (what: string, value: unknown) => world.witnessed.push(`${what} ${JSON.stringify(value)}`);
    api.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener((message: unknown) => void note('in', message));
      const post = port.postMessage.bind(port);
      port.postMessage = (message: unknown) => {
        note('out', message);
        post(message);
      };
    });
    for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const) {
      const write = console[method].bind(console);
      console[method] = (...args: unknown[]) => {
        note('console', args.map(String));
        write(...args);
      };
    }
  });
}

/** What `watchBackground` saw so far. */
export async function backgroundWitness(aside: AsideBrowser): Promise<readonly string[]> {
  return aside.evaluateInBackground(() => (self as unknown as { witnessed: string[] }).witnessed);
}

/** All that a page of Aside shows and holds in its fields, and all that it could read of the extension's storage. */
export async function pageWitness(page: BrowserPage): Promise<{ readonly dom: string; readonly storage: string }> {
  return page.evaluate(async () => {
    const world = globalThis as unknown as Record<'browser' | 'chrome', typeof chrome>;
    const { storage } = world.browser ?? world.chrome;
    const fields = [...document.querySelectorAll('input, textarea, select')].map(
      (field) => (field as HTMLInputElement).value,
    );
    const areas = await Promise.all([storage.local.get(null), storage.session.get(null), storage.sync.get(null)]);
    return {
      dom: document.documentElement.outerHTML + JSON.stringify(fields),
      storage: JSON.stringify([areas, { ...localStorage }, { ...sessionStorage }]),
    };
  });
}

/** Every row of every database of Aside, as text. */
export async function databaseWitness(page: BrowserPage): Promise<string> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed.'));
      });
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        found.push(name, table, await done(store.getAll()));
      }
      database.close();
    }
    return JSON.stringify(found);
  });
}
