import type { CDPSession, Page } from 'playwright';
import type { BrowserPage } from './aside-browser.ts';
import { chromiumScope, matches } from './chromium-locator.ts';
import { poll } from './poll.ts';

const pages = new WeakMap<BrowserPage, Page>();

/** A Playwright page under the names that both browsers share. `close` is given for pages that are no tabs. */
export function chromiumPage(page: Page, close: () => Promise<void> = () => page.close()): BrowserPage {
  const shared: BrowserPage = {
    ...chromiumScope(page),
    evaluate: (run, ...args) =>
      page.evaluate<Awaited<ReturnType<typeof run>>>(`(${run.toString()})(...${JSON.stringify(args)})`),
    waitForText: async (text, options) => {
      await poll(`${text} on the page`, async () => matches(await page.innerText('body'), text), options?.timeout);
    },
    press: (key) => page.keyboard.press(key),
    wheel: async (x, y, down) => {
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, down);
    },
    url: () => Promise.resolve(page.url()),
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    bringToFront: () => page.bringToFront(),
    screenshot: async (path) => void (await page.screenshot({ path })),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    setColorScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    close,
  };
  pages.set(shared, page);
  return shared;
}

/** The DevTools protocol of a page of Chromium, for what no other browser has. Detach it when done. */
export async function devtoolsOf(page: BrowserPage): Promise<CDPSession> {
  const known = pages.get(page);
  if (known === undefined) throw new Error('Only a page of Chromium speaks the DevTools protocol');
  return known.context().newCDPSession(known);
}
