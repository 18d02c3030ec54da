import type { AsideLocator, BrowserPage } from '../browsers/aside-browser.ts';
import { poll } from '../browsers/poll.ts';

const LONGEST_ANSWER = 300_000;

export interface Asked {
  /** The failure that the panel shows, or null. */
  readonly failure: string | null;
  /** Accessible names of the citations, such as `Citation 1: …`. */
  readonly citations: readonly string[];
}

/** Asks in the real panel as a user does, and gives the visible text of the answer to `show` piece by piece. */
export async function askPanel(
  panel: BrowserPage,
  question: string,
  show: (text: string) => void,
): Promise<Asked> {
  await panel.getByRole('textbox', { name: 'Message' }).fill(question);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = panel.getByRole('log', { name: 'Conversation' }).getByRole('article').last();
  await poll('the answer to begin', async () => (await answer.attribute('aria-busy')) !== null);
  const shown = await followText(answer, show);
  const alerts = await answer.getByRole('alert').allTexts();
  const citations = answer.getByRole('button', { name: /^Citation / });
  const names: string[] = [];
  for (let index = 0; index < (await citations.count()); index++) {
    names.push((await citations.nth(index).attribute('aria-label')) ?? (await citations.nth(index).text()));
  }
  return { failure: alerts[0] ?? (shown === '' ? 'The answer is empty.' : null), citations: names };
}

async function followText(answer: AsideLocator, show: (text: string) => void): Promise<string> {
  let shown = '';
  await poll(
    'the answer to end',
    async () => {
      const isBusy = (await answer.attribute('aria-busy')) === 'true';
      const text = (await answer.text()).trim();
      // While it streams the last words may still change, as when a bold word closes: only whole lines count as settled.
      const settled = isBusy ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
      if (settled.length > shown.length) {
        show(settled.slice(shown.length));
        shown = settled;
      }
      return !isBusy;
    },
    LONGEST_ANSWER,
  );
  return shown;
}
