import type { BrowserPage } from '../browsers/aside-browser.ts';
import { poll } from '../browsers/poll.ts';

const LONGEST_ANSWER = 300_000;
const LIVELY = 40;

/** The last answer of the panel as one sees it at a moment. */
export interface ShownAnswer {
  readonly isBusy: boolean;
  readonly text: string;
  readonly citations: readonly { readonly number: string; readonly quote: string }[];
  /** The words of an ending that is no complete answer; empty otherwise. */
  readonly failure: string;
}

/**
 * Asks in the real panel as a user does, and gives the visible text of the answer to `show` piece by piece. Returns the
 * answer as it ended.
 */
export async function askPanel(
  panel: BrowserPage,
  question: string,
  show: (text: string) => void,
): Promise<ShownAnswer> {
  await panel.getByRole('textbox', { name: 'Message' }).fill(question);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  let shown = '';
  return poll(
    'the answer to end',
    async () => {
      const answer = await panel.evaluate(readLastAnswer);
      if (answer === null) return undefined;
      // Marks of an unfinished line may still turn into something else, so its very end waits.
      const settled = answer.isBusy ? answer.text.slice(0, -LIVELY) : answer.text;
      if (settled.length > shown.length) {
        show(settled.slice(shown.length));
        shown = settled;
      }
      return answer.isBusy ? undefined : answer;
    },
    LONGEST_ANSWER,
  );
}

/** Runs in the panel: self-contained. */
function readLastAnswer(): ShownAnswer | null {
  const answer = [...document.querySelectorAll('[role=log] article[aria-busy]')].at(-1);
  if (answer === undefined) return null;
  /** Like innerText, with a citation's mark as its number in brackets. */
  const textOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/\s+/g, ' ');
    if (!(node instanceof HTMLElement) || !node.checkVisibility()) return '';
    if (node.ariaLabel?.startsWith('Citation ')) return ` [${node.textContent}]`;
    if (node.matches('button, svg')) return '';
    const text = [...node.childNodes].map(textOf).join('');
    const isInline = getComputedStyle(node).display.startsWith('inline');
    return isInline ? text : `\n${text.trim()}\n`;
  };

  const bodies = [...answer.querySelectorAll('.body')];
  const marks = [...answer.querySelectorAll<HTMLElement>('button[aria-label^="Citation "]')];
  const quotes = new Map(
    marks.map((mark) => [mark.textContent?.trim() ?? '', mark.title || (mark.ariaLabel ?? '')]),
  );
  return {
    isBusy: answer.ariaBusy === 'true',
    text: bodies
      .map(textOf)
      .join('\n\n')
      .replaceAll(/ +/g, ' ')
      .replaceAll(/\n\s*\n+/g, '\n\n')
      .trim(),
    citations: [...quotes].map(([number, quote]) => ({ number, quote })),
    failure: answer.querySelector<HTMLElement>('[role=alert]')?.innerText ?? '',
  };
}
