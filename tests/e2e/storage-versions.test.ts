import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import type { ChatsFile } from '../../lib/domain/archive/archived-chat.ts';
import { askWithoutPage, bannerText } from './support/survive-corruption.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

describe.each(FAMILIES)('a database of another version in %s', (family) => {
  const aside = useAside(family);

  test('of a newer Aside is left alone, read and exported; new chats are kept in memory', async () => {
    const panel = await aside().openPanel();
    await askWithoutPage(panel, 'Asked before the update');
    await panel.close();
    const page = await aside().openPage('options.html');
    await openAtVersion(page, 990);
    await aside().stopBackground();
    await page.close();

    const later = await aside().openPanel();
    await later.getByRole('button', { name: 'New chat', exact: true }).click();
    expect(await askWithoutPage(later, 'Asked after it')).toContain('built-in reader');
    expect(await bannerText(later)).toContain('Your chats were stored by a newer version of Aside.');
    await later.getByRole('button', { name: 'Export what can be read', exact: true }).click();
    const exported = await readExport(await aside().awaitDownload(/^aside-chats-.*\.json$/));
    expect(titlesOf(exported)).toContain('Asked before the update');
    await later.close();
  });

  test('that an older page holds is waited for in memory, and used once that page is closed', async () => {
    // No page that wakes the background: it would open its database in between, and be the one that is told.
    const page = await aside().openPage('workbench.html');
    await aside().stopBackground();
    await replaceByHeldVersion(page, 5);

    const panel = await aside().openPanel();
    expect(await askWithoutPage(panel, 'Asked while it is held')).toContain('built-in reader');
    expect(await bannerText(panel)).toContain(
      'Another page of Aside, from before its update, keeps the storage busy.',
    );
    await page.close();
    await panel.getByRole('button', { name: 'Try again', exact: true }).click();
    await panel.waitForText('Your chats are stored again.');
    expect(await bannerText(panel)).toBe('');
    await aside().stopBackground();
    await panel.reload();
    await panel.waitForText('Asked while it is held');
  });
});

/** Raises the database's native version, as a later Aside would. */
function openAtVersion(page: BrowserPage, version: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('aside', wanted);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error ?? new Error('The request failed.'));
      }),
    version,
  );
}

/** Puts an older database in the place of Aside's and keeps it open until the page is closed. */
function replaceByHeldVersion(page: BrowserPage, version: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('aside');
        const request = indexedDB.open('aside', wanted);
        request.onsuccess = () => {
          Object.assign(document, { held: request.result });
          resolve();
        };
        request.onerror = () => reject(request.error ?? new Error('The request failed.'));
      }),
    version,
  );
}

async function readExport(path: string): Promise<ChatsFile> {
  return JSON.parse(await readFile(path, 'utf8')) as ChatsFile;
}

function titlesOf({ chats }: ChatsFile): readonly string[] {
  return chats.map(({ chat }) => chat?.title ?? '');
}
