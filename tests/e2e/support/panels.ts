import { expect } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import type { FakeProvider } from '../../support/fake-provider/start-fake-provider.ts';
import { trickleTokens } from '../../support/fake-provider/texts.ts';
import { lastAnswer } from './ask.ts';
import { storedMessages } from './stored-chats.ts';

export interface Stage {
  readonly aside: AsideBrowser;
  readonly fake: FakeProvider;
}

/** The whole answer of the scenario `trickle` to a question with this tag. */
export const wholeAnswer = (tag: string): string => trickleTokens(tag).join('');

/** The requests for answers so far. */
export function answersAsked(fake: FakeProvider): FakeProvider['requests'] {
  return fake.requests.filter(({ method }) => method === 'POST');
}

/** Opens a panel as a page, in a tab of the first window or in a window of its own. */
export function openPanelPage({ aside }: Stage, place: 'tab' | 'window'): Promise<BrowserPage> {
  const url = `${aside.baseUrl}sidepanel.html`;
  return place === 'tab' ? aside.openTab(url) : aside.openWindow(url);
}

export async function newChat(panel: BrowserPage): Promise<void> {
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
}

/** The text of the panel's last answer, letter by letter, without the white space round it. */
export function shownText(panel: BrowserPage): Promise<string> {
  return panel.evaluate(
    () =>
      [...document.querySelectorAll('article[aria-busy]')].at(-1)?.querySelector('.body')?.textContent.trim() ??
      '',
  );
}

/** Waits until each panel shows the answer whole and at rest, and holds it against what is stored. */
export async function expectWhole(panels: readonly BrowserPage[], tag: string): Promise<void> {
  for (const panel of panels) {
    await expect.poll(() => shownText(panel), { timeout: 30_000 }).toBe(wholeAnswer(tag));
    await expect.poll(() => lastAnswer(panel, 'Fake').attribute('aria-busy')).toBe('false');
  }
  const [panel] = panels;
  if (panel === undefined) return;
  const stored = await storedMessages(panel);
  expect(stored.filter(({ text }) => text === wholeAnswer(tag))).toMatchObject([{ status: 'complete' }]);
}
