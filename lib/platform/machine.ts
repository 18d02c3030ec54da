import type { Machine } from '../domain/local/machine';
import { browser } from './browser';

/** The system and the browser that Aside runs on. Systems without a desktop of their own count as Linux. */
export async function readMachine(): Promise<Machine> {
  const { os } = await browser.runtime.getPlatformInfo();
  return {
    os: os === 'mac' ? 'mac' : os === 'win' ? 'windows' : 'linux',
    browser: import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chrome',
    origin: new URL(browser.runtime.getURL('/')).origin,
  };
}
