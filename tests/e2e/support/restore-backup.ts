import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AsideBrowser, BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import type { BrowserFamily } from '../../../scripts/browsers/find-browser.ts';
import { launchAside } from '../../../scripts/browsers/launch-aside.ts';
import { corruptDatabase } from '../../support/corrupt-database.ts';
import { askWithoutPage, bannerText, STORED_CHATS } from './survive-corruption.ts';

/** What was seen of a restore. */
export interface Restored {
  /** What was done to the files. */
  readonly damage: string;
  /** What was told of it before anything came back; empty where nothing was. */
  readonly banner: string;
  /** What the restore said. */
  readonly outcome: string;
  /** The text of each stored chat's thread then; null where it was not in the list of chats. */
  readonly threads: readonly (string | null)[];
  readonly problems: readonly unknown[];
}

/** Makes a profile in which Aside has three chats, and a backup of them. Whoever gets the folder removes it. */
export async function makeBackedUpChats(family: BrowserFamily): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'aside-backed-up-'));
  const aside = await launchAside(family, { profile });
  const panel = await aside.openPanel();
  for (const question of STORED_CHATS) {
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await askWithoutPage(panel, question);
  }
  await awaitBackup(aside, /3 chats/);
  await aside.close();
  return profile;
}

/** Waits until the settings say so much of the backup. */
export async function awaitBackup(aside: AsideBrowser, words: RegExp): Promise<void> {
  const settings = await aside.openPage('options.html');
  for (let looks = 0; ; looks += 1) {
    await settings.waitForText('Backup');
    const region = settings.getByRole('region', { name: 'Data' });
    await region.waitForText(/Last written on|Nothing is in it yet/);
    if (words.test(await region.text())) break;
    if (looks > 200) throw new Error(`The backup did not come to say ${words}: ${await region.text()}`);
    await settings.reload();
  }
  await settings.close();
}

/** Damages the database in a copy of the profile, and restores from the backup by what Aside offers. */
export async function restoreAfter(
  family: BrowserFamily,
  stored: string,
  damageIn: (profile: string) => Promise<string>,
): Promise<Restored> {
  const profile = await mkdtemp(join(tmpdir(), 'aside-restored-'));
  await cp(stored, profile, { recursive: true });
  const damage = await damageIn(profile);
  const aside = await launchAside(family, { profile });
  try {
    const panel = await aside.openPanel();
    // What is listed is read, and damage to it told.
    await panel.getByRole('button', { name: 'Chats', exact: true }).click();
    await panel.getByRole('dialog', { name: 'Chats' }).getByRole('searchbox', { name: 'Search chats' }).waitFor();
    await panel.press('Escape');
    const banner = await bannerText(panel);
    const outcome = await restoreIn(aside, panel);
    const threads: (string | null)[] = [];
    for (const question of STORED_CHATS) threads.push(await threadOf(panel, question));
    return { damage, banner, outcome, threads, problems: await aside.problems() };
  } finally {
    await aside.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The same with what a seed does to the files. */
export function restoreAfterSeed(family: BrowserFamily, stored: string, seed: number): Promise<Restored> {
  return restoreAfter(family, stored, (profile) => corruptDatabase(family, profile, seed));
}

/** By the button of the banner or, where nothing was noticed, by that of the settings. */
async function restoreIn(aside: AsideBrowser, panel: BrowserPage): Promise<string> {
  const button = panel.getByRole('button', { name: 'Restore from the backup', exact: true });
  if ((await bannerText(panel)) !== '') {
    await button.click();
    await panel.waitForText(SAID);
    return SAID.exec(await panel.locate('body').text())?.[0] ?? '';
  }
  const settings = await aside.openPage('options.html');
  const region = settings.getByRole('region', { name: 'Data' });
  await region.getByRole('button', { name: 'Restore from the backup', exact: true }).click();
  await region.waitForText(SAID);
  const said = SAID.exec(await region.text())?.[0] ?? '';
  await settings.close();
  return said;
}

const SAID =
  /(One chat is|\d chats are) back, or whole again, from the backup\.|Everything in the backup is in your chats already\.|Nothing came back[^\n]*/;

async function threadOf(panel: BrowserPage, question: string): Promise<string | null> {
  await panel.getByRole('button', { name: 'Chats', exact: true }).click();
  const dialog = panel.getByRole('dialog', { name: 'Chats' });
  await dialog.getByRole('searchbox', { name: 'Search chats' }).waitFor();
  const line = dialog.getByRole('button', { name: question, exact: true });
  try {
    await line.waitFor({ timeout: 3_000 });
  } catch {
    await panel.press('Escape');
    return null;
  }
  await line.click();
  const thread = panel.getByRole('log', { name: 'Conversation' });
  await thread.waitForText(question);
  return thread.text();
}
