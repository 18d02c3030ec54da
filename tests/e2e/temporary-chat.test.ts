import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { launchAside } from '../../scripts/browsers/launch-aside.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { searchFolder } from './support/search-folder.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES } from './support/use-aside.ts';

/** Letters of which each is in one word only: browsers compress what they store (see the test of private windows). */
const STORED = 'აბგდევ';
const KEPT = 'ჭხჯჰჱჲ';
const GONE = { question: 'ზთიკლმ', page: 'ტუფქღყ', draft: 'შჩცძწჳ', edited: 'ნოპჟრს' };

let fake: FakeProvider;
let pages: PageServer;
beforeAll(async () => {
  fake = await startFakeProvider();
  const ferry = `<!doctype html><title>Ferries</title><main><h1>Ferries</h1>
    <p>The ferry ${GONE.page} leaves the harbour at half past six every morning but Sunday.</p></main>`;
  // A page that the browser itself keeps on its disk would tell nothing of Aside.
  pages = await servePages({ '/ferry': ferry }, { 'cache-control': 'no-store' });
});
afterAll(async () => {
  await fake.close();
  await pages.close();
});

async function startTemporary(panel: BrowserPage): Promise<void> {
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: 'Temporary chat' }).click();
  await panel.getByRole('heading', { name: 'Temporary chat', exact: true }).waitFor();
  await panel.getByRole('group', { name: 'Temporary chat' }).waitFor();
}

/** What the list of chats shows, with what is found for a word. */
async function listed(panel: BrowserPage, word: string): Promise<string> {
  await panel.getByRole('button', { name: 'Chats', exact: true }).click();
  const dialog = panel.getByRole('dialog', { name: 'Chats' });
  await dialog.getByRole('button', { name: STORED }).first().waitFor();
  const all = await dialog.text();
  await dialog.getByRole('searchbox', { name: 'Search chats' }).fill(word);
  await dialog.waitForText(/Nothing was found|messages? found: [1-9]|You:/i);
  const found = (await dialog.text()).replace(/“.*”/, '');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  return all + found;
}

describe.each(FAMILIES)('a temporary chat in %s', (family) => {
  let profile: string;
  let aside: AsideBrowser;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'aside-temporary-'));
    aside = await launchAside(family, { profile, grants: ['http://127.0.0.1/*'] });
    await connectProvider(aside, {
      provider: 'OpenAI-compatible',
      name: 'Echo',
      baseUrl: fake.url,
      model: 'echo',
    });
    const panel = await aside.openPanel();
    await ask(panel, `Something ${STORED}`);
    expect(await finishedAnswer(panel, 'Echo')).toContain(STORED);
    const tab = await aside.firstTab();
    await tab.goto(`${pages.origin}/ferry`);
  });
  afterAll(async () => {
    await aside.close();
    await rm(profile, { recursive: true, force: true });
  });

  test('is asked, with the page, and edited like any other', async () => {
    const panel = await aside.openPanel();
    await startTemporary(panel);
    await panel.getByRole('button', { name: 'Read this page', exact: true }).click();
    await panel.waitForText('Ferries');
    await ask(panel, `What of ${GONE.question}?`);
    expect(await finishedAnswer(panel, 'Echo')).toContain(GONE.question);
    await panel.getByRole('button', { name: 'Edit', exact: true }).click();
    await panel.getByRole('textbox', { name: 'Message' }).fill(`And of ${GONE.edited}?`);
    await panel.getByRole('button', { name: 'Send' }).click();
    await panel.waitForText(GONE.edited);
    expect(await finishedAnswer(panel, 'Echo')).toContain(GONE.edited);
    await panel.waitForText('2 of 2');
    await lastAnswer(panel, 'Echo').getByRole('button', { name: 'Good response' }).click();
    await panel.getByRole('textbox', { name: 'Message' }).fill(GONE.draft);
    expect(fake.requests.some(({ body }) => JSON.stringify(body).includes(GONE.page))).toBe(true);
  });

  test('is there again when its panel was closed and the background stopped', async () => {
    await aside.closePanel();
    await aside.stopBackground();
    const panel = await aside.openPanel();
    await panel.getByRole('heading', { name: 'Temporary chat', exact: true }).waitFor();
    expect(await finishedAnswer(panel, 'Echo')).toContain(GONE.edited);
    expect(await panel.getByRole('textbox', { name: 'Message' }).value()).toBe(GONE.draft);
    expect(await listed(panel, GONE.question)).not.toContain(GONE.question);
    await ask(panel, 'And then?');
    expect(await finishedAnswer(panel, 'Echo')).toContain('And then?');
  });

  test('is asked about before it ends, and then gone', async () => {
    const panel = await aside.openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const dialog = panel.getByRole('dialog', { name: 'End this temporary chat?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await panel.waitForText(GONE.edited);
    await panel.getByRole('group', { name: 'Temporary chat' }).getByRole('button', { name: 'End' }).click();
    await dialog.getByRole('button', { name: 'End it' }).click();
    await panel.getByRole('heading', { name: 'Aside', exact: true }).waitFor();
    expect(await panel.getByRole('textbox', { name: 'Message' }).value()).toBe('');
    expect(await listed(panel, GONE.question)).not.toContain(GONE.question);
    const left = await aside.evaluateInBackground(async () => {
      const { storage } = (globalThis as unknown as { chrome: { storage: StorageAreas } }).chrome;
      return JSON.stringify(await storage.session.get(null));
    });
    for (const word of Object.values(GONE)) expect(left).not.toContain(word);
  });

  test('is stored whole when it is kept', async () => {
    const panel = await aside.openPanel();
    await startTemporary(panel);
    await ask(panel, `Keep ${KEPT}`);
    expect(await finishedAnswer(panel, 'Echo')).toContain(KEPT);
    await panel.getByRole('group', { name: 'Temporary chat' }).getByRole('button', { name: 'Keep' }).click();
    await panel.getByRole('heading', { name: `Keep ${KEPT}` }).waitFor();
    expect(await panel.getByRole('group', { name: 'Temporary chat' }).count()).toBe(0);
    expect(await finishedAnswer(panel, 'Echo')).toContain(KEPT);
    await aside.restart();
    const later = await aside.openPanel();
    expect(await finishedAnswer(later, 'Echo')).toContain(KEPT);
    expect(await listed(later, KEPT)).toContain(`Keep ${KEPT}`);
  });

  test('ends with its tab', async () => {
    const tab = await aside.openPage('sidepanel.html');
    await startTemporary(tab);
    await ask(tab, `Where is ${GONE.question}?`);
    expect(await finishedAnswer(tab, 'Echo')).toContain(GONE.question);
    await tab.getByRole('textbox', { name: 'Message' }).fill(GONE.draft);
    await tab.close();
    await expect
      .poll(() =>
        aside.evaluateInBackground(async () => {
          const { storage } = (globalThis as unknown as { chrome: { storage: StorageAreas } }).chrome;
          return JSON.stringify(await storage.session.get(null));
        }),
      )
      .not.toContain(GONE.question);
  });

  test('leaves no byte on the disk, not while it is on view and not when the browser has quit', async () => {
    const panel = await aside.openPage('sidepanel.html');
    await startTemporary(panel);
    await ask(panel, `Once more ${GONE.question}?`);
    expect(await finishedAnswer(panel, 'Echo')).toContain(GONE.question);
    await panel.getByRole('textbox', { name: 'Message' }).fill(GONE.draft);
    for (const word of Object.values(GONE)) expect(await searchFolder(profile, word)).toEqual([]);
    expect(await aside.problems()).toEqual([]);
    await aside.close();
    for (const word of [STORED, KEPT]) expect((await searchFolder(profile, word)).length).toBeGreaterThan(0);
    for (const word of Object.values(GONE)) expect(await searchFolder(profile, word)).toEqual([]);
  });
});

interface StorageAreas {
  readonly session: { get(keys: null): Promise<unknown> };
}
