import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { launchAside } from '../../scripts/browsers/launch-aside.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { backgroundWitness, databaseWitness, pageWitness, watchBackground } from './support/key-witness.ts';
import { searchFolder } from './support/search-folder.ts';
import { FAMILIES } from './support/use-aside.ts';

/** Letters of which no four in a row stand anywhere else: browsers may compress what they store. */
const STORED = 'sk-Qz7-stored-Wx4vKj9';
const SESSION = 'sk-Jq5-session-Xw8zHv2';
const LOCKED = 'sk-Vx3-locked-Zq6kWj1';
const PASSPHRASE = 'zephyr Quixotic jawbox 7';

let fake: FakeProvider;
let stranger: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
  stranger = await startFakeProvider();
});
afterAll(async () => {
  await fake.close();
  await stranger.close();
});

async function addProvider(settings: BrowserPage, name: string, key: string): Promise<void> {
  await settings.getByRole('button', { name: 'Add provider' }).click();
  await settings.getByRole('combobox', { name: 'Provider', exact: true }).select('OpenAI');
  await settings.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await settings.getByRole('textbox', { name: 'Base URL', exact: true }).fill(fake.url);
  await settings.getByLabel('API key').fill(key);
  await settings.getByRole('combobox', { name: 'Model', exact: true }).fill('plain');
}

async function save(settings: BrowserPage, name: string): Promise<void> {
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await settings.waitForText(`${name} is saved`);
}

/** Requests that carried the text anywhere but in the header of the key. */
function elsewhere(text: string) {
  return fake.requests.filter(({ headers: { authorization: _key, ...headers }, method, path, body }) =>
    JSON.stringify([method, path, headers, body]).includes(text),
  );
}

describe.each(FAMILIES)('a key in %s', (family) => {
  let profile: string;
  let aside: AsideBrowser;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'aside-keys-'));
    aside = await launchAside(family, { profile, grants: ['http://127.0.0.1/*'] });
    fake.setScenario(null);
  });
  afterAll(async () => {
    await aside.close();
    await rm(profile, { recursive: true, force: true });
  });

  /** Asks the provider of new chats and expects its answer, asked with this key. */
  async function expectAnswer(name: string, key: string): Promise<BrowserPage> {
    const panel = await aside.openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await panel.getByRole('button', { name: `Model: ${name}` }).waitFor();
    await ask(panel, 'When was the lighthouse built?');
    expect(await finishedAnswer(panel, name)).toContain('1884');
    expect(fake.requests.findLast(({ method }) => method === 'POST')?.headers.authorization).toBe(`Bearer ${key}`);
    return panel;
  }

  /** Looks for what was typed in all places but the one message that brought it and its header. */
  async function expectNowhere(typed: string, message: string, pages: readonly BrowserPage[]): Promise<void> {
    for (const page of pages) {
      const { dom, storage } = await pageWitness(page);
      expect(dom).not.toContain(typed);
      expect(storage).not.toContain(typed);
    }
    const witnessed = await backgroundWitness(aside);
    expect(witnessed.some((line) => line.startsWith('out'))).toBe(true);
    const carriers = witnessed.filter((line) => line.includes(typed));
    expect(carriers.map((line) => /^(\w+) .*?"type":"([\w-]+)"/.exec(line)?.slice(1))).toEqual([['in', message]]);
    expect(elsewhere(typed)).toEqual([]);
    expect(stranger.requests).toEqual([]);
  }

  test('that is stored goes in one message and in the header to its host, and nowhere else', async () => {
    await watchBackground(aside);
    const settings = await aside.openPage('options.html');
    await addProvider(settings, 'Stored', STORED);
    await settings.getByRole('button', { name: 'Test connection' }).click();
    await settings.waitForText(/Connected to|is not among/);
    await save(settings, 'Stored');
    const panel = await expectAnswer('Stored', STORED);
    await panel.getByRole('button', { name: 'More', exact: true }).click();
    await panel.getByRole('menuitem', { name: 'Export' }).click();
    await panel.getByRole('button', { name: 'JSON' }).click();
    expect(await readFile(await aside.awaitDownload(/\.json$/), 'utf8')).not.toContain(STORED);
    await expectNowhere(STORED, 'save-key', [settings, panel]);
  });

  test('stays with its host where that sends the request on', async () => {
    fake.setScenario('redirect');
    fake.setRedirect(`${stranger.url}{path}`);
    const panel = await aside.openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await ask(panel, 'And where to?');
    await lastAnswer(panel, 'Stored').getByRole('alert').waitForText('wanted to send the request on');
    expect(stranger.requests).toEqual([]);
    fake.setScenario(null);
  });

  test('for this session is nowhere that can be read, and gone with the browser, which is said', async () => {
    const settings = await aside.openPage('options.html');
    await addProvider(settings, 'Fleeting', SESSION);
    await settings.getByLabel('Forget the key when the browser closes').click();
    await save(settings, 'Fleeting');
    const panel = await expectAnswer('Fleeting', SESSION);
    await expectNowhere(SESSION, 'save-key', [settings, panel]);
    expect(await databaseWitness(settings)).not.toContain(SESSION);
    await aside.restart();
    expect(await searchFolder(profile, SESSION)).toEqual([]);
    expect((await searchFolder(profile, STORED)).length).toBeGreaterThan(0);
    const later = await aside.openPanel();
    await ask(later, 'Is it still there?');
    const failed = lastAnswer(later, 'Fleeting').getByRole('alert');
    await failed.waitForText('it was kept for one session of the browser only');
    await failed.getByRole('button', { name: 'Enter the key' }).waitFor();
  });

  test('under a passphrase is sealed, asks for it after a start, and is used when it was given', async () => {
    await watchBackground(aside);
    const settings = await aside.openPage('options.html');
    await settings.getByRole('button', { name: 'Set a passphrase' }).click();
    await settings.locate('[type=password]').first().fill(PASSPHRASE);
    await settings.getByLabel('New passphrase again').fill(PASSPHRASE);
    await settings.getByRole('button', { name: 'Encrypt keys' }).click();
    await settings.waitForText('Your keys are encrypted. Aside asks');
    expect(await databaseWitness(settings)).not.toContain(STORED);
    await addProvider(settings, 'Sealed', LOCKED);
    await save(settings, 'Sealed');
    const panel = await expectAnswer('Sealed', LOCKED);
    await expectNowhere(LOCKED, 'save-key', [settings, panel]);
    await expectNowhere(PASSPHRASE, 'set-passphrase', [settings, panel]);

    await aside.restart();
    const later = await aside.openPanel();
    await later.getByRole('region', { name: 'Keys are locked' }).waitFor();
    const asked = fake.requests.length;
    await ask(later, 'When was the lighthouse built?');
    await lastAnswer(later, 'Sealed').getByRole('alert').waitForText('Your keys are locked.');
    await later.getByLabel('Passphrase').fill('another one');
    await later.getByLabel('Passphrase').press('Enter');
    await later.waitForText('This is not the passphrase.');
    expect(fake.requests).toHaveLength(asked);
    await watchBackground(aside);
    await aside.closePanel();
    const again = await aside.openPanel();
    await again.getByLabel('Passphrase').fill(PASSPHRASE);
    await again.getByLabel('Passphrase').press('Enter');
    // The question that waited for it is asked by itself.
    await lastAnswer(again, 'Sealed').waitForText('1884');
    await again.getByRole('region', { name: 'Keys are locked' }).waitFor({ state: 'hidden' });
    await expectNowhere(PASSPHRASE, 'unlock-keys', [again]);
    expect((await backgroundWitness(aside)).filter((line) => line.includes(LOCKED))).toEqual([]);
    expect(await databaseWitness(again)).not.toMatch(new RegExp([STORED, SESSION, LOCKED, PASSPHRASE].join('|')));
  });

  test('leaves no byte in the profile that was typed for a session or under a passphrase', async () => {
    expect(await aside.problems()).toEqual([]);
    await aside.close();
    expect((await searchFolder(profile, 'Fleeting')).length).toBeGreaterThan(0);
    for (const typed of [SESSION, LOCKED, PASSPHRASE]) expect(await searchFolder(profile, typed)).toEqual([]);
  });
});
