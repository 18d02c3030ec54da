import type { AsideLocator, BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** Writes a question and sends it by the Enter key; resolves when it stands in the thread. */
export async function ask(panel: BrowserPage, question: string): Promise<void> {
  const message = panel.getByRole('textbox', { name: 'Message' });
  await message.fill(question);
  await message.press('Enter');
  await panel.getByRole('article', { name: 'You', exact: true }).last().waitForText(question);
}

/** The last answer of the assistant with this name. */
export function lastAnswer(panel: BrowserPage, name: string): AsideLocator {
  return panel.getByRole('article', { name, exact: true }).last();
}

/** Waits until the last answer is no longer being written, and gives its text. */
export async function finishedAnswer(panel: BrowserPage, name: string): Promise<string> {
  await panel.locate('article[aria-busy="false"]:last-child').last().waitFor();
  await panel.locate('article[aria-busy="true"]').waitFor({ state: 'hidden' });
  return lastAnswer(panel, name).text();
}

/** Scrolls the thread to its end, as a reader does to reach the buttons below a long answer. */
export async function scrollToEnd(panel: BrowserPage): Promise<void> {
  await panel.evaluate(() => document.querySelector('[role="log"]')?.scrollTo({ top: 1e9, behavior: 'instant' }));
  await panel.getByRole('button', { name: 'Jump to latest', exact: true }).waitFor({ state: 'hidden' });
}
