import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { launchAside } from '../../scripts/browsers/launch-aside.ts';
import { breakFirefoxValue } from '../support/corrupt-database.ts';
import { expectSurvival } from './support/expect-survival.ts';
import {
  askWithoutPage,
  bannerText,
  makeStoredChats,
  survive,
  surviveCorruption,
} from './support/survive-corruption.ts';
import { FAMILIES } from './support/use-aside.ts';

/** Of the seeds of tests/long/corruption.test.ts: one that the browser empties, one that does not open. */
const SEEDS = { chromium: [2, 18], firefox: [2, 3] } as const;

/** Room for all that Aside stores, in bytes. */
const QUOTA = 4 * 1024 * 1024;

describe.each(FAMILIES)('a damaged database in %s', (family) => {
  let stored: string;
  beforeAll(async () => {
    stored = await makeStoredChats(family);
  });
  afterAll(() => rm(stored, { recursive: true, force: true }));

  test.each(SEEDS[family])('seed %i: the chat goes on, and nothing is lost without a word', async (seed) => {
    expectSurvival(await surviveCorruption(family, stored, seed));
  });

  // Chromium answers such a read with an error, as it should.
  test.runIf(family === 'firefox')('a value that the browser never answers for holds nothing up', async () => {
    const survival = await survive(family, stored, breakFirefoxValue);
    expect(survival.left).toBe(2);
    expect(survival.banner).toContain('One stored item could not be read.');
    expectSurvival(survival);
  });
});

describe.each(FAMILIES)('a full disk in %s', (family) => {
  let folder: string;
  let aside: AsideBrowser;
  let panel: BrowserPage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aside-full-'));
    const profile = join(folder, 'profile');
    const extension = join(folder, 'extension');
    await mkdir(profile);
    await cp(`.output/${family === 'firefox' ? 'firefox' : 'chrome'}-mv3`, extension, { recursive: true });
    await limitPermissions(join(extension, 'manifest.json'));
    const limit = `user_pref("dom.quotaManager.temporaryStorage.fixedLimit", ${QUOTA / 1024});\n`;
    if (family === 'firefox') await writeFile(join(profile, 'prefs.js'), limit);
    aside = await launchAside(family, { profile, extension });
    panel = await aside.openPanel();
    if (family === 'chromium') await limitChromium(profile, aside);
  });
  afterAll(async () => {
    await aside.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a question is answered in memory, a banner says so, and Try again stores it when there is room', async () => {
    await askWithoutPage(panel, 'Asked while there was room');
    await fillUp(panel);
    expect(await askWithoutPage(panel, 'Asked on a full disk')).toContain('built-in reader');
    await panel.waitForText('There is no room left to store chats.');
    expect(await panel.getByRole('article', { name: 'You', exact: true }).count()).toBe(2);
    await makeRoom(panel);
    await panel.getByRole('button', { name: 'Try again', exact: true }).click();
    await panel.waitForText('Your chats are stored again.');
    expect(await bannerText(panel)).toBe('');
    expect(await storedTexts(panel)).toContain('Asked on a full disk');
  });

  test('a stored row that is broken is left where it is, counted and told of; the others are shown', async () => {
    await panel.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('aside');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction('bodies', 'readwrite');
      const bodies = transaction.objectStore('bodies');
      const keys = bodies.getAllKeys();
      keys.onsuccess = () => bodies.put({ messageId: keys.result[0], parts: 'no list' });
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    });
    await panel.reload();
    await panel.waitForText('One stored item could not be read.');
    expect(await panel.getByRole('article', { name: /^(You|Reader)$/ }).count()).toBe(4);
  });
});

/** A build that has no more room than the browser gives to any site. */
async function limitPermissions(path: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify(manifest));
}

async function limitChromium(profile: string, aside: AsideBrowser): Promise<void> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = connection.contexts().flatMap((context) => context.pages());
  const page = pages.find((found) => found.url().startsWith(aside.baseUrl));
  if (page === undefined) throw new Error('The panel is not among the pages.');
  // It holds for as long as this session, which ends with the browser.
  const devtools = await page.context().newCDPSession(page);
  const origin = aside.baseUrl.replace(/\/$/, '');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA });
}

/** Stores random bytes beside Aside's database until not even a little more goes in. */
function fillUp(page: BrowserPage): Promise<void> {
  return page.evaluate(async () => {
    async function put(size: number): Promise<boolean> {
      // A database that hit the limit is of no more use in Firefox.
      const database = await new Promise<IDBDatabase | null>((resolve) => {
        const request = indexedDB.open('filler', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(null);
      });
      if (database === null) return false;
      const transaction = database.transaction('bytes', 'readwrite');
      const bytes = new Uint8Array(size);
      for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      transaction.objectStore('bytes').add(bytes);
      const done = await new Promise<boolean>((resolve) => {
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
      database.close();
      return done;
    }
    for (const size of [500_000, 50_000, 5_000, 500]) while (await put(size));
  });
}

function makeRoom(page: BrowserPage): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('filler');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('The request failed.'));
      }),
  );
}

/** The texts in Aside's own database, as they lie there. */
function storedTexts(page: BrowserPage): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opened = indexedDB.open('aside');
        opened.onsuccess = () => {
          const rows = opened.result.transaction('bodies').objectStore('bodies').getAll();
          rows.onsuccess = () => {
            opened.result.close();
            resolve(JSON.stringify(rows.result));
          };
        };
      }),
  );
}
