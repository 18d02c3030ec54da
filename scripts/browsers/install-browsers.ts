import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { runQuietly, step } from '../progress.mjs';
import { findBrowser, locateBrowser, type BrowserName } from './find-browser.ts';

const PACKAGES: Partial<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };
const FONTS = ['fonts-dejavu-core', 'fonts-noto-core', 'fonts-noto-color-emoji'];
const QUIET = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Sees to it that the browsers are there. On Debian as root it prints the command that installs what is missing and
 * runs it; anywhere else it throws one sentence that says what to install.
 */
export async function ensureBrowsers(names: readonly BrowserName[]): Promise<void> {
  const missing = names.filter((name) => locateBrowser(name) === undefined);
  const packages = missing.flatMap((name) => PACKAGES[name] ?? []);
  if (packages.length > 0 && (await canInstall())) {
    const install = ['install', '-y', '--no-install-recommends', ...packages, ...FONTS];
    console.error(`No browser is installed yet. Running: apt-get update && apt-get ${install.join(' ')}`);
    await step('Updating the package lists', () => runQuietly('apt-get', ['update'], { env: QUIET }));
    await step(`Installing ${packages.join(' and ')}`, () => runQuietly('apt-get', install, { env: QUIET }));
  }
  for (const name of names) findBrowser(name);
}

/** Debian itself only: what Ubuntu calls by these names are stubs that fetch a snap. */
async function canInstall(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID=debian$/m.test(release);
}
