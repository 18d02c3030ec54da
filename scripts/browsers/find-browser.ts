import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Browsers that a user can name. `chromium` stands for whatever of its family is there, Chromium first. */
export const BROWSER_NAMES = ['chromium', 'chrome', 'edge', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];
export type BrowserFamily = 'chromium' | 'firefox';

const CHROME = {
  commands: ['google-chrome', 'google-chrome-stable'],
  files: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};
const EDGE = {
  commands: ['microsoft-edge', 'microsoft-edge-stable'],
  files: [
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const PLACES: Record<BrowserName, { readonly commands: readonly string[]; readonly files: readonly string[] }> = {
  chrome: CHROME,
  edge: EDGE,
  chromium: {
    commands: ['chromium', 'chromium-browser', ...CHROME.commands, ...EDGE.commands],
    files: ['/Applications/Chromium.app/Contents/MacOS/Chromium', ...CHROME.files, ...EDGE.files],
  },
  firefox: {
    commands: ['firefox-esr', 'firefox'],
    files: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};
const LABELS: Record<BrowserName, string> = {
  chromium: 'Chrome, Chromium or Edge',
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
};

/** The family whose build and driver a browser takes. */
export function familyOf(name: BrowserName): BrowserFamily {
  return name === 'firefox' ? 'firefox' : 'chromium';
}

/** Path of an installed browser, or undefined. `ASIDE_CHROMIUM` and `ASIDE_FIREFOX` come first for their family. */
export function locateBrowser(name: BrowserName): string | undefined {
  const chosen = name === 'chrome' || name === 'edge' ? undefined : process.env[`ASIDE_${name.toUpperCase()}`];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const { commands, files } = PLACES[name];
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...(chosen ? [chosen] : []), ...onPath, ...files].find((path) => existsSync(path));
}

/** Like locateBrowser, but throws one sentence that says what to install. */
export function findBrowser(name: BrowserName): string {
  const path = locateBrowser(name);
  if (path !== undefined) return path;
  const variable = `ASIDE_${familyOf(name).toUpperCase()}`;
  throw new Error(`No ${LABELS[name]} was found: install one, or set ${variable} to the path of its program.`);
}
