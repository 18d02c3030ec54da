import type { Page } from 'playwright';
import type { BrowserPage } from './aside-browser.ts';
import { chromiumScope, matches } from './chromium-locator.ts';
import { poll } from './poll.ts';

/** A Playwright page under the names that both browsers share. `close` is given for pages that are no tabs. */
export function chromiumPage(page: Page, close: () => Promise<void> = () => page.close()): BrowserPage {
  return {
    ...chromiumScope(page),
    evaluate: (run, ...args) =>
      page.evaluate<Awaited<ReturnType<typeof run>>>(`(${run.toString()})(...${JSON.stringify(args)})`),
    waitForText: async (text, options) => {
      await poll(`${text} on the page`, async () => matches(await page.innerText('body'), text), options?.timeout);
    },
    press: (key) => page.keyboard.press(key),
    url: () => Promise.resolve(page.url()),
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    bringToFront: () => page.bringToFront(),
    screenshot: async (path) => void (await page.screenshot({ path })),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    setColorScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    close,
  };
}
