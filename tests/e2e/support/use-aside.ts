import { afterAll, beforeAll, expect } from 'vitest';
import type { AsideBrowser, LaunchOptions } from '../../../scripts/browsers/aside-browser.ts';
import type { BrowserFamily } from '../../../scripts/browsers/find-browser.ts';
import { launchAside } from '../../../scripts/browsers/launch-aside.ts';

/** Every end-to-end test runs in each: `describe.each(FAMILIES)('… in %s', (family) => { … })`. */
export const FAMILIES: readonly BrowserFamily[] = ['chromium', 'firefox'];

/**
 * One browser for all tests of a `describe` block, launched before them and closed after. Fails the block if Aside's own
 * pages or background had an uncaught error or broke their content policy meanwhile. Call the result inside tests.
 */
export function useAside(family: BrowserFamily, options?: LaunchOptions): () => AsideBrowser {
  let browser: AsideBrowser | undefined;
  beforeAll(async () => {
    browser = await launchAside(family, options);
  });
  afterAll(async () => {
    const problems = await browser?.problems();
    await browser?.close();
    expect(problems ?? []).toEqual([]);
  });
  return () => {
    if (browser === undefined) throw new Error('The browser is launched before the first test of its block');
    return browser;
  };
}
