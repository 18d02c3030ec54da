import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let pages: PageServer;
beforeAll(async () => {
  pages = await servePages({ '/': '<!doctype html><title>Stranger</title><p>Hello</p>' });
});
afterAll(() => pages.close());

describe.each(FAMILIES)('who may talk to the background in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });

  test('a script in a web page is refused, even one of our own extension', async () => {
    const tab = await aside().firstTab();
    await tab.goto(`${pages.origin}/`);
    await tab.bringToFront();
    const outcome = await aside().evaluateInBackground(async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof globalThis.chrome>;
      const api = browser ?? chrome;
      const [front] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      const [injected] = await api.scripting.executeScript({
        target: { tabId: front?.id ?? -1 },
        func: () =>
          new Promise<string>((resolve) => {
            const port = chrome.runtime.connect({ name: 'aside-panel' });
            port.onMessage.addListener((message) => resolve(`answered: ${JSON.stringify(message)}`));
            port.onDisconnect.addListener(() => resolve('refused'));
            port.postMessage({ requestId: 1, request: { type: 'watch', chatId: null } });
          }),
      });
      return injected?.result;
    });
    expect(outcome).toBe('refused');
  });

  test('a page of ours that asks nonsense gets a clear no, and the port lives on', async () => {
    const page = await aside().openPage('options.html');
    const replies = await page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const port = chrome.runtime.connect({ name: 'aside-panel' });
          const received: unknown[] = [];
          port.onMessage.addListener((message: { requestId?: number }) => {
            // What comes without a number was not asked for.
            if (message.requestId !== undefined) received.push(message);
            if (received.length === 2) resolve(received);
          });
          port.postMessage({ requestId: 1, request: { type: 'read-keys' } });
          port.postMessage({ requestId: 2, request: { type: 'watch', chatId: null } });
        }),
    );
    expect(replies).toMatchObject([
      { type: 'failure', requestId: 1 },
      { type: 'reply', requestId: 2, value: [] },
    ]);
    await page.close();
  });
});
