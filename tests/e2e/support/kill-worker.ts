import { expect } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import type { FakeProvider } from '../../support/fake-provider/start-fake-provider.ts';
import { logAnswer } from './answer-log.ts';
import { ask, finishedAnswer, lastAnswer, scrollToEnd } from './ask.ts';
import { storedMessages } from './stored-chats.ts';

export const INTERRUPTED = 'The browser stopped Aside before the answer was finished.';
const REST = 'And so it went on to the end.';

/** What one killing of the background showed. */
export interface WorkerKill {
  /** Characters that were on the screen. */
  readonly shown: number;
  /** Characters that were on the screen and are not in the message afterwards. */
  readonly lost: number;
  /** Times that the text on the screen became shorter. */
  readonly shrunk: number;
  /** Milliseconds from the kill, and from the start of the next background, to the words in the panel. */
  readonly saidAfterKill: number;
  readonly saidAfterReturn: number;
}

/**
 * Asks in a new chat, kills the background once the server has written so many words, and continues with one click.
 * Fails unless there was one request, no message twice, and the rest in the same message.
 */
export async function killWorkerAt(
  words: number,
  { aside, panel, fake }: { aside: AsideBrowser; panel: BrowserPage; fake: FakeProvider },
): Promise<WorkerKill> {
  const answers = () => fake.requests.filter(({ method }) => method === 'POST');
  const asked = answers().length;
  const stored = (await storedMessages(panel)).length;
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  fake.setScenario('trickle:20');
  const log = await logAnswer(panel, INTERRUPTED);
  await ask(panel, `Count until ${words}.`);
  await fake.until(() => (answers()[asked]?.writtenAt.length ?? 0) > words);
  const killedAt = Date.now();
  await aside.stopBackground();
  const answer = lastAnswer(panel, 'Fake');
  await answer.getByRole('alert').waitForText(INTERRUPTED);
  const returnedAt = await aside.evaluateInBackground(() => performance.timeOrigin);
  expect(answers()).toHaveLength(asked + 1);

  const { longest, shrunk, wordsAt } = await log();
  fake.setScenario(`say:${REST}`);
  await scrollToEnd(panel);
  // Killed before the first word was on the screen it may have been kept or not.
  const label = longest === '' ? /^(Continue|Try again)$/ : /^Continue$/;
  await answer.getByRole('button', { name: label }).click();
  await answer.waitForText(REST);
  await finishedAnswer(panel, 'Fake');
  expect(answers()).toHaveLength(asked + 2);
  expect(await panel.locate('article').count()).toBe(2);
  const messages = await storedMessages(panel);
  expect(messages).toHaveLength(stored + 2);
  const text = messages.at(-1)?.text ?? '';
  expect(text.endsWith(REST)).toBe(true);
  const kept = text.slice(0, -REST.length);
  return {
    shown: longest.length,
    lost: kept.startsWith(longest) ? 0 : longest.length - kept.trim().length,
    shrunk: shrunk.length,
    saidAfterKill: (wordsAt ?? Infinity) - killedAt,
    saidAfterReturn: (wordsAt ?? Infinity) - returnedAt,
  };
}
