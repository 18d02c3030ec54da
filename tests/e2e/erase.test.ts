import { describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { databaseWitness, pageWitness } from './support/key-witness.ts';
import { awaitBackup } from './support/restore-backup.ts';
import { askWithoutPage } from './support/survive-corruption.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const CANARY = 'a canary that has to be gone';

describe.each(FAMILIES)('deleting all of it in %s', (family) => {
  const aside = useAside(family);

  test('chats alone: no word of them is left anywhere, the panel begins anew, settings stay', async () => {
    const panel = await aside().openPanel();
    await askWithoutPage(panel, CANARY);
    await panel.getByRole('textbox', { name: 'Message' }).fill(`Draft of ${CANARY}`);
    await awaitBackup(aside(), /one chat/);
    const settings = await aside().openPage('options.html');
    await setAvatar(settings);
    expect(await everything(settings)).toContain(CANARY);
    await erase(settings, 'All chats', 'Delete all chats');
    await settings.waitForText('All chats are deleted, and the backup.');
    expect(await everything(settings)).not.toContain(CANARY);
    expect((await pageWitness(settings)).storage).toContain('"a":"kept"');
    // The panel shows none of it, and works on.
    await panel.getByRole('article', { name: 'You', exact: true }).waitFor({ state: 'hidden' });
    expect(await panel.getByRole('textbox', { name: 'Message' }).value()).toBe('');
    expect(await askWithoutPage(panel, 'Asked after it')).toContain('built-in reader');
    await settings.close();
    await panel.close();
  });

  test('everything: settings and keys go too', async () => {
    const panel = await aside().openPanel();
    await askWithoutPage(panel, CANARY);
    const settings = await aside().openPage('options.html');
    await setAvatar(settings);
    await erase(settings, 'Everything', 'Delete everything');
    await settings.waitForText('Everything is deleted.');
    const left = await everything(settings);
    expect(left).not.toContain(CANARY);
    expect(left).not.toContain('"a":"kept"');
    await panel.getByRole('article', { name: 'You', exact: true }).waitFor({ state: 'hidden' });
    expect(await askWithoutPage(panel, 'Asked after all')).toContain('built-in reader');
    await settings.close();
  });
});

async function erase(settings: BrowserPage, choice: string, button: string): Promise<void> {
  await settings.getByRole('button', { name: 'Delete chats or everything…', exact: true }).click();
  const dialog = settings.getByRole('alertdialog', { name: 'What is to be deleted for good?' });
  await dialog.getByRole('radio', { name: choice, exact: true }).click();
  await dialog.waitForText('it does not overwrite it');
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

/** A setting that can be told again. */
function setAvatar(page: BrowserPage): Promise<void> {
  return page.evaluate(async () => {
    const world = globalThis as unknown as Record<'browser' | 'chrome', typeof chrome>;
    await (world.browser ?? world.chrome).storage.local.set({ 'model-lists': { a: 'kept' } });
  });
}

/** All that a page of Aside can read of what is stored. */
async function everything(page: BrowserPage): Promise<string> {
  const files = await page.evaluate(async () => {
    const texts: string[] = [];
    async function read(folder: FileSystemDirectoryHandle): Promise<void> {
      for await (const [name, handle] of folder.entries()) {
        texts.push(name);
        if (handle.kind === 'directory') await read(handle);
        else texts.push(await (await handle.getFile()).text());
      }
    }
    await read(await navigator.storage.getDirectory());
    const keys = await caches.keys().catch(() => []);
    return JSON.stringify([texts, keys]);
  });
  return [files, await databaseWitness(page), (await pageWitness(page)).storage].join('\n');
}
