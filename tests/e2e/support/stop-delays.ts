import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { expect } from 'vitest';
import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import { logAnswer } from './answer-log.ts';
import { ask, lastAnswer } from './ask.ts';
import { answersAsked, newChat, type Stage } from './panels.ts';

/** Every state that a run can be stopped in: the scenario that leads there, and what the panel says then. */
const STATES = {
  waiting: { scenario: 'stall-headers', says: /Thinking…/ },
  streaming: { scenario: 'trickle:20', says: /wörd-9/ },
  stalled: { scenario: 'stall', says: /Nothing has come for \d+ s/ },
  retrying: { scenario: 'error-429-seconds', says: /Trying again in \d+ s/ },
  reading: { scenario: 'plain', says: /Reading the page…/ },
} as const;

export type StopState = keyof typeof STATES;
export const STOP_STATES = Object.keys(STATES) as StopState[];

const STOPPED = 'You stopped this answer.';

/** Milliseconds from the click on Stop. */
export interface StopDelay {
  /** Until the panel says that the answer was stopped. */
  readonly screen: number;
  /** Until the server lost its connection; null where there is none in this state. */
  readonly server: number | null;
}

/** Asks in a new chat, waits for the state and stops. Fails if any request goes out afterwards. */
export async function stopIn(
  state: StopState,
  { panel, fake }: { panel: BrowserPage; fake: Stage['fake'] },
): Promise<StopDelay> {
  const { scenario, says } = STATES[state];
  fake.setScenario(scenario);
  const before = answersAsked(fake).length;
  await newChat(panel);
  const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
  const isOn = (await reads.attribute('aria-pressed')) === 'true';
  if (isOn !== (state === 'reading')) await reads.click();
  const log = await logAnswer(panel, STOPPED);
  await ask(panel, `Stop me while ${state}.`);
  await lastAnswer(panel, 'Fake').waitForText(says);
  // The panel says that it waits before the request has gone out.
  if (state !== 'reading') await fake.until(() => answersAsked(fake).length > before);
  const asked = answersAsked(fake).length;
  expect(asked - before).toBe(state === 'reading' ? 0 : 1);
  const run = answersAsked(fake)[before];
  const connected = state !== 'reading' && state !== 'retrying';
  const gone = connected ? fake.until(() => run?.aborted === true).then(() => Date.now()) : null;
  await panel.getByRole('button', { name: 'Stop', exact: true }).click();
  await lastAnswer(panel, 'Fake').waitForText(STOPPED);
  const { actedAt, wordsAt } = await log();
  const clickedAt = actedAt ?? NaN;
  const goneAt = await gone;
  expect(answersAsked(fake)).toHaveLength(asked);
  return { screen: (wordsAt ?? NaN) - clickedAt, server: goneAt === null ? null : goneAt - clickedAt };
}

/** Makes silence be spoken of after a second, so that a stall need not be waited for. */
export async function speakOfSilenceSoon({ aside }: Pick<Stage, 'aside'>): Promise<void> {
  await aside.evaluateInBackground(async () => {
    const limits = { noticeMs: 1_000, stallMs: 120_000, localStallMs: 300_000 };
    await chrome.storage.local.set({ 'time-limits': limits });
  });
}

/** A page that never finishes loading, so that reading it takes as long as it may. */
export async function serveEndlessPage(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(`<!doctype html><title>Endless</title>${'<p>More is to come.</p>'.repeat(100)}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, server };
}

/** Goes to a page without waiting for its end. */
export async function beginPage(tab: BrowserPage, url: string): Promise<void> {
  await tab.evaluate((address) => void setTimeout(() => location.assign(address)), url);
  await expect.poll(() => tab.url()).toBe(url);
}
