import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** What a panel showed of its last answer, as an eye that never blinks saw it. Times in ms since the epoch. */
export interface AnswerLog {
  /** The longest text. */
  readonly longest: string;
  /** Texts that were shorter than the one shown before. */
  readonly shrunk: readonly string[];
  /** When the words stood there first. */
  readonly wordsAt: number | null;
  /** When something was clicked or a key was pressed last. */
  readonly actedAt: number | null;
}

/** Watches the panel's last answer, from its next change on, until it is watched anew. Returns a look at the log. */
export async function logAnswer(panel: BrowserPage, words: string): Promise<() => Promise<AnswerLog>> {
  await panel.evaluate((wanted) => {
    const root = document.documentElement;
    const id = String(Math.random());
    root.dataset['answerLogger'] = id;
    const log = {
      longest: '',
      shrunk: [] as string[],
      wordsAt: null as number | null,
      actedAt: null as number | null,
    };
    // Kept in an attribute: Firefox runs tests' scripts in a world of their own, and not always in the same one.
    const keep = (): void => void (root.dataset['answerLog'] = JSON.stringify(log));
    let last = '';
    const observer = new MutationObserver(() => {
      if (root.dataset['answerLogger'] !== id) return observer.disconnect();
      const article = [...document.querySelectorAll('article[aria-busy]')].at(-1);
      const text = article?.querySelector('.body')?.textContent.trim() ?? '';
      if (text.length < last.length) log.shrunk.push(text);
      if (text.length > log.longest.length) log.longest = text;
      last = text;
      if (article?.textContent.includes(wanted)) log.wordsAt ??= Date.now();
      keep();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const act = (): void => {
      if (root.dataset['answerLogger'] === id) log.actedAt = Date.now();
      keep();
    };
    for (const type of ['click', 'keydown']) document.addEventListener(type, act, { capture: true });
    keep();
  }, words);
  return () =>
    panel.evaluate(() => JSON.parse(document.documentElement.dataset['answerLog'] ?? '{}') as AnswerLog);
}
