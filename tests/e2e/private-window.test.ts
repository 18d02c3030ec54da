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

/**
 * Words that stand nowhere but in one place of this test. Browsers compress what they store, and letters of which each
 * is in one word only are never written as a reference to earlier bytes.
 */
const NORMAL = 'აბგდევ';
const PRIVATE = { question: 'ზთიკლმ', title: 'ნოპჟრს', page: 'ტუფქღყ', draft: 'შჩცძწჭ' };

let fake: FakeProvider;
let pages: PageServer;
beforeAll(async () => {
  fake = await startFakeProvider();
  pages = await servePages({
    '/private': `<!doctype html><title>Page ${PRIVATE.page}</title><main><h1>Ferries</h1>
      <p>The ferry ${PRIVATE.page} leaves the harbour at half past six every morning but Sunday.</p></main>`,
  });
});
afterAll(async () => {
  await fake.close();
  await pages.close();
});

const chatsIn = async (panel: BrowserPage): Promise<string> => {
  await panel.getByRole('button', { name: 'Chats', exact: true }).click();
  const dialog = panel.getByRole('dialog', { name: 'Chats' });
  // More than its heading: the list is there, or the words that there is none.
  await expect.poll(() => dialog.text()).not.toBe('Chats');
  const text = await dialog.text();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  return text;
};

describe.each(FAMILIES)('a private window in %s', (family) => {
  let profile: string;
  let aside: AsideBrowser;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'aside-private-'));
    aside = await launchAside(family, { profile, grants: ['http://127.0.0.1/*'] });
    await connectProvider(aside, {
      provider: 'OpenAI-compatible',
      name: 'Echo',
      baseUrl: fake.url,
      model: 'echo',
    });
    const panel = await aside.openPanel();
    await ask(panel, `Something ${NORMAL}`);
    expect(await finishedAnswer(panel, 'Echo')).toContain(NORMAL);
    await aside.closePanel();
    const tab = await aside.openPrivateWindow();
    await tab.goto(`${pages.origin}/private`);
  });
  afterAll(async () => {
    await aside.close();
    await rm(profile, { recursive: true, force: true });
  });

  test('has a whole chat, with the page, of its own', async () => {
    const panel = await aside.openPanel();
    expect(await chatsIn(panel)).not.toContain(NORMAL);
    await panel.getByRole('button', { name: 'Read this page', exact: true }).click();
    await panel.waitForText(PRIVATE.page);
    await ask(panel, `What of ${PRIVATE.question}?`);
    expect(await finishedAnswer(panel, 'Echo')).toContain(PRIVATE.question);
    const question = panel.getByRole('article', { name: 'You', exact: true });
    expect(await question.text()).toContain(PRIVATE.page);
    await lastAnswer(panel, 'Echo').getByRole('button', { name: 'Good response' }).click();
    await expect
      .poll(() =>
        lastAnswer(panel, 'Echo').getByRole('button', { name: 'Good response' }).attribute('aria-pressed'),
      )
      .toBe('true');
    await panel.getByRole('heading', { name: PRIVATE.question }).getByRole('button').click();
    const title = panel.getByRole('textbox', { name: 'Chat title' });
    await title.fill(PRIVATE.title);
    await title.press('Enter');
    await panel.getByRole('heading', { name: PRIVATE.title }).waitFor();
    await panel.getByRole('textbox', { name: 'Message' }).fill(PRIVATE.draft);
  });

  test('keeps it while the panel is closed and the background stops', async () => {
    await aside.closePanel();
    await aside.stopBackground();
    const panel = await aside.openPanel();
    await panel.getByRole('heading', { name: PRIVATE.title }).waitFor();
    expect(await finishedAnswer(panel, 'Echo')).toContain(PRIVATE.question);
    expect(await panel.getByRole('textbox', { name: 'Message' }).value()).toBe(PRIVATE.draft);
    await ask(panel, 'And then?');
    expect(await finishedAnswer(panel, 'Echo')).toContain('And then?');
    expect(await panel.getByRole('article', { name: 'You', exact: true }).count()).toBe(2);
  });

  test('shows nothing of it to other windows, and forgets it with the last of its windows', async () => {
    await aside.closePrivateWindow();
    const panel = await aside.openPanel();
    await panel.waitForText(NORMAL);
    expect(await chatsIn(panel)).not.toContain(PRIVATE.title);
    await aside.closePanel();
    await aside.openPrivateWindow();
    const later = await aside.openPanel();
    await later.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await chatsIn(later)).toContain('Your chats will be here');
    expect(await later.getByRole('textbox', { name: 'Message' }).value()).toBe('');
    await aside.closePrivateWindow();
  });

  test('leaves no byte of it in the profile', async () => {
    expect(await aside.problems()).toEqual([]);
    await aside.close();
    expect((await searchFolder(profile, NORMAL)).length).toBeGreaterThan(0);
    for (const canary of Object.values(PRIVATE)) expect(await searchFolder(profile, canary)).toEqual([]);
  });
});
