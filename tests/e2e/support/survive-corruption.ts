import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import type { BrowserFamily } from '../../../scripts/browsers/find-browser.ts';
import { launchAside } from '../../../scripts/browsers/launch-aside.ts';
import { corruptDatabase } from '../../support/corrupt-database.ts';
import { ask, finishedAnswer } from './ask.ts';

/** The first questions of the chats in the profile. */
export const STORED_CHATS = ['First question', 'Second question', 'Third question'] as const;

/** How Aside came through damage to its database. */
export interface Survival {
  /** What was done to the files. */
  readonly damage: string;
  /** How many of the stored chats were still listed. */
  readonly left: number;
  /** What the banner said; empty without one. */
  readonly banner: string;
  /** The answer to a question that was asked then, and again after the background had stopped. */
  readonly answers: readonly string[];
  readonly problems: readonly unknown[];
}

/** Makes a profile in which Aside has three chats. Whoever gets the folder removes it. */
export async function makeStoredChats(family: BrowserFamily): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'aside-stored-'));
  const aside = await launchAside(family, { profile });
  const panel = await aside.openPanel();
  for (const question of STORED_CHATS) {
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await askWithoutPage(panel, question);
  }
  await aside.close();
  return profile;
}

/** Damages a copy of the profile as the seed says, and uses Aside on it. */
export function surviveCorruption(family: BrowserFamily, stored: string, seed: number): Promise<Survival> {
  return survive(family, stored, (profile) => corruptDatabase(family, profile, seed));
}

/** Damages a copy of the profile, and uses Aside on it. `damageIn` says what it did to the files. */
export async function survive(
  family: BrowserFamily,
  stored: string,
  damageIn: (profile: string) => Promise<string>,
): Promise<Survival> {
  const profile = await mkdtemp(join(tmpdir(), 'aside-damaged-'));
  await cp(stored, profile, { recursive: true });
  const damage = await damageIn(profile);
  const aside = await launchAside(family, { profile });
  try {
    const panel = await aside.openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const first = await askWithoutPage(panel, 'Does it work?');
    await aside.stopBackground();
    const second = await askWithoutPage(panel, 'And now?');
    const listed = await listedChats(panel);
    // Damage to what is listed is told of when it is listed.
    const banner = await bannerText(panel);
    return {
      damage,
      // One of those listed was begun just now; a stored one is still there if a character of its title was hit.
      left: listed - 1,
      banner,
      answers: [first, second],
      problems: await aside.problems(),
    };
  } finally {
    await aside.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Asks the built-in reader with no page, to which it explains itself, and gives its answer. */
export async function askWithoutPage(panel: BrowserPage, question: string): Promise<string> {
  const page = panel.getByRole('button', { name: 'Read this page', exact: true });
  if ((await page.attribute('aria-pressed')) === 'true') await page.click();
  await ask(panel, question);
  return finishedAnswer(panel, 'Reader');
}

/** The text of the banner about the storage; empty without one. */
export async function bannerText(panel: BrowserPage): Promise<string> {
  const button = panel.getByRole('button', { name: /^(Export what can be read|OK)$/ });
  if ((await button.count()) === 0) return '';
  return (await panel.getByRole('alert').allTexts()).join(' ');
}

async function listedChats(panel: BrowserPage): Promise<number> {
  await panel.getByRole('button', { name: 'Chats', exact: true }).click();
  const dialog = panel.getByRole('dialog', { name: 'Chats' });
  await dialog.getByRole('button', { name: 'Does it work?', exact: true }).waitFor();
  return dialog.getByRole('listitem').count();
}
