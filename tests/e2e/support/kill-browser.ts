import { expect } from 'vitest';
import type { AsideBrowser } from '../../../scripts/browsers/aside-browser.ts';
import type { FakeProvider } from '../../support/fake-provider/start-fake-provider.ts';
import { trickleTokens } from '../../support/fake-provider/texts.ts';
import { ask, lastAnswer } from './ask.ts';
import { INTERRUPTED } from './kill-worker.ts';
import { storedMessages } from './stored-chats.ts';

/** What one `kill -9` of the browser left. */
export interface BrowserKill {
  /** Words that the server had sent, and words that are in the message after the restart. */
  readonly sent: number;
  readonly kept: number;
  /** Milliseconds of sending that are lost: from the first word that is missing to the last one sent. */
  readonly behind: number;
}

/**
 * Asks in a new chat, kills the browser once the server has written so many words, and starts it again. Fails unless the
 * database opens, the panel shows the question, and its answer is interrupted and begins as it was sent.
 */
export async function killBrowserAt(
  words: number,
  { aside, fake }: { aside: AsideBrowser; fake: FakeProvider },
): Promise<BrowserKill> {
  const answers = () => fake.requests.filter(({ method }) => method === 'POST');
  const asked = answers().length;
  fake.setScenario('trickle:20');
  const panel = await aside.openPage('sidepanel.html');
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  const question = `Question ${asked + 1}, killed at ${words}`;
  await ask(panel, question);
  await fake.until(() => (answers()[asked]?.writtenAt.length ?? 0) > words);
  const killedAt = await aside.crashAndRestart();
  expect(answers()).toHaveLength(asked + 1);

  const again = await aside.openPage('sidepanel.html');
  await again.getByRole('article', { name: 'You', exact: true }).waitForText(question);
  await lastAnswer(again, 'Fake').getByRole('alert').waitForText(INTERRUPTED);
  const messages = await storedMessages(again);
  await again.close();
  expect(messages.filter(({ text }) => text === question)).toHaveLength(1);
  const answer = messages.at(-1);
  expect(answer).toMatchObject({ role: 'assistant', status: 'interrupted' });
  const text = answer?.text ?? '';
  expect(trickleTokens('wörd').join('').startsWith(text)).toBe(true);
  // The first piece is the answer's beginning, which has no word. A killed process takes a while to lose its sockets.
  const [, ...all] = answers()[asked]?.writtenAt ?? [];
  const times = all.filter((at) => at <= killedAt);
  const kept = text === '' ? 0 : text.split(' ').length;
  const last = times.at(-1) ?? 0;
  return { sent: times.length, kept, behind: last - (times[kept] ?? last) };
}
