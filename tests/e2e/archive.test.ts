import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { chooseFile } from './support/choose-file.ts';
import { connectProvider } from './support/connect-provider.ts';
import { storedMessages } from './support/stored-chats.ts';
import { askWithoutPage } from './support/survive-corruption.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

describe.each(FAMILIES)('an archive in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });
  let archive: Uint8Array;
  let fake: FakeProvider;
  beforeAll(async () => {
    fake = await startFakeProvider();
  });
  afterAll(() => fake.close());

  test('holds all chats and no key', async () => {
    const panel = await aside().openPanel();
    await askWithoutPage(panel, 'Kept in an archive');
    const key = 'sk-canary-in-an-archive';
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'echo', key });
    const workbench = await openWorkbench();
    await workbench.getByRole('button', { name: 'Export all chats', exact: true }).click();
    archive = await readFile(await aside().awaitDownload(/^aside-archive-.*\.zip$/));
    const texts = Object.values(unzipSync(archive)).map((bytes) => strFromU8(bytes));
    expect(texts.join()).toContain('Kept in an archive');
    expect(texts.join()).not.toContain(key);
    await workbench.waitForText('Saved. It holds one chat, 2 messages, and 0 pictures');
    await workbench.close();
    await panel.close();
  });

  test('is recognised when it comes again', async () => {
    const workbench = await openWorkbench();
    await chooseFile(workbench, 'archive.zip', archive);
    await workbench.waitForText('There is nothing new in this file.');
    await workbench.waitForText('One chat is here already and is left out.');
    await workbench.close();
  });

  test('brings back what is gone, message by message, after a preview', async () => {
    const page = await aside().openPage('options.html');
    const before = await storedMessages(page);
    await emptyDatabase(page);
    await page.close();
    const workbench = await openWorkbench();
    await chooseFile(workbench, 'archive.zip', archive);
    const preview = workbench.getByRole('group', { name: 'What will be imported' });
    await preview.waitForText('One chat from Aside, with 2 messages.');
    expect(await preview.getByRole('list', { name: 'Titles' }).text()).toBe('Kept in an archive');
    expect(await storedMessages(workbench)).toEqual([]);
    await preview.getByRole('button', { name: 'Import', exact: true }).click();
    await workbench.waitForText('One chat is imported.');
    expect(await storedMessages(workbench)).toEqual(before);
    await workbench.close();
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'Chats', exact: true }).click();
    await panel
      .getByRole('dialog', { name: 'Chats' })
      .getByRole('button', { name: 'Kept in an archive', exact: true })
      .waitFor();
    await panel.close();
  });

  test('that is broken, or no archive, brings nothing and says why', async () => {
    const workbench = await openWorkbench();
    await chooseFile(workbench, 'archive.zip', archive.subarray(0, archive.length - 30));
    await workbench.getByRole('alert').waitForText('This zip is damaged or not whole.');
    await chooseFile(workbench, 'notes.zip', zipSync({ 'notes.txt': new Uint8Array([1]) }));
    await workbench.getByRole('alert').waitForText('This zip holds no chats that Aside knows');
    expect(await storedMessages(workbench)).toHaveLength(2);
    await workbench.close();
  });

  async function openWorkbench(): Promise<BrowserPage> {
    const workbench = await aside().openPage('workbench.html');
    await workbench.getByRole('button', { name: 'Export all chats', exact: true }).waitFor();
    return workbench;
  }
});

/** Empties the tables, as if the browser had lost them. */
function emptyDatabase(page: BrowserPage): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('aside');
      request.onsuccess = () => resolve(request.result);
    });
    const names = ['chats', 'messages', 'bodies'];
    const transaction = database.transaction(names, 'readwrite');
    for (const name of names) transaction.objectStore(name).clear();
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
}
