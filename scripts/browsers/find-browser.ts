import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

const WELL_KNOWN = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
} as const;

export type BrowserFamily = keyof typeof NAMES;

/** Path of an installed browser of the family, or undefined. `ASIDE_CHROMIUM` and `ASIDE_FIREFOX` come first. */
export function locateBrowser(family: BrowserFamily): string | undefined {
  const chosen = process.env[`ASIDE_${family.toUpperCase()}`];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES[family].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(chosen ? [chosen] : []), ...onPath, ...WELL_KNOWN[family]].find((path) => existsSync(path));
}

/** Like locateBrowser, but throws one sentence that says what to install. */
export function findBrowser(family: BrowserFamily): string {
  const path = locateBrowser(family);
  if (path !== undefined) return path;
  const what = family === 'firefox' ? 'Firefox' : 'Chrome, Chromium or Edge';
  throw new Error(`No ${what} was found: install one, or set ASIDE_${family.toUpperCase()} to its path.`);
}
