import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AsideBrowser } from '../../../scripts/browsers/aside-browser.ts';
import type { BrowserFamily } from '../../../scripts/browsers/find-browser.ts';
import { launchAside } from '../../../scripts/browsers/launch-aside.ts';

/** A profile and a copy of the build beside it, so that a later build does not disturb a browser that runs long. */
export interface PreparedProfile {
  readonly profile: string;
  readonly extension: string;
  /** Address of Aside's own pages there. */
  readonly baseUrl: string;
  /** Starts a driven browser on it. */
  launch(): Promise<AsideBrowser>;
  discard(): Promise<void>;
}

/** Makes one; `prepare` gets a driven browser on it, which is closed again afterwards. */
export async function prepareProfile(
  family: BrowserFamily,
  prepare: (aside: AsideBrowser) => Promise<void>,
): Promise<PreparedProfile> {
  const folder = await mkdtemp(join(tmpdir(), 'aside-long-'));
  const [profile, extension] = [join(folder, 'profile'), join(folder, 'extension')];
  const build = family === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
  await mkdir(profile);
  await cp(join(import.meta.dirname, '../../../.output', build), extension, { recursive: true });
  const launch = (): Promise<AsideBrowser> => launchAside(family, { profile, extension });
  const aside = await launch();
  const { baseUrl } = aside;
  try {
    await prepare(aside);
  } finally {
    await aside.close();
  }
  const discard = (): Promise<void> =>
    rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { profile, extension, baseUrl, launch, discard };
}
