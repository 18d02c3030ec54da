import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AsideBrowser, LaunchOptions } from './aside-browser.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserFamily } from './find-browser.ts';
import { launchFirefox } from './firefox.ts';

const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

/** Starts an installed browser of the family with the built extension loaded. Throws a sentence if it can't. */
export function launchAside(family: BrowserFamily, options: LaunchOptions = {}): Promise<AsideBrowser> {
  const extension = options.extension ?? join(import.meta.dirname, '../../.output', BUILDS[family]);
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error('Aside is not built yet: run `npm run build`.');
  return family === 'firefox' ? launchFirefox(extension, options) : launchChromium(extension, options);
}
