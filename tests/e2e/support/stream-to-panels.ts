import { expect } from 'vitest';
import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import { ask, lastAnswer } from './ask.ts';
import {
  answersAsked,
  expectWhole,
  newChat,
  openPanelPage,
  shownText,
  wholeAnswer,
  type Stage,
} from './panels.ts';
import { storedMessages } from './stored-chats.ts';

/** An answer that nobody watches: the panel closes as soon as it has asked. */
export async function streamToNobody(stage: Stage): Promise<void> {
  const { aside, fake } = stage;
  fake.setScenario('trickle:5');
  const panel = await openPanelPage(stage, 'tab');
  await newChat(panel);
  const before = answersAsked(fake).length;
  await ask(panel, 'Nobody watches tag:nobody');
  await panel.close();
  const whole = wholeAnswer('nobody').split(' ').length;
  await fake.until(() => (answersAsked(fake)[before]?.writtenAt.length ?? 0) > whole);
  const again = await aside.openPage('sidepanel.html');
  await expectWhole([again], 'nobody');
  await again.close();
}

/** Two answers in one chat that so many panels watch: the first from its middle on, the second from its beginning. */
export async function streamToOneChat(stage: Stage, count: number): Promise<void> {
  stage.fake.setScenario('trickle:5');
  const first = await openPanelPage(stage, 'tab');
  const panels = [first];
  await newChat(first);
  await ask(first, `They join late tag:late${count}`);
  while (panels.length < count) panels.push(await openPanelPage(stage, 'window'));
  await expectWhole(panels, `late${count}`);
  stage.fake.setScenario('trickle:2');
  await ask(panels.at(-1) ?? first, `All are there tag:all${count}`);
  await expectWhole(panels, `all${count}`);
  await closeAll(panels);
}

/** As many panels, each with a chat of its own, all answered at once. */
export async function streamToOwnChats(stage: Stage, count: number): Promise<void> {
  stage.fake.setScenario('trickle:10');
  const panels: BrowserPage[] = [];
  for (let index = 0; index < count; index += 1) {
    const panel = await openPanelPage(stage, index === 0 ? 'tab' : 'window');
    await newChat(panel);
    panels.push(panel);
  }
  for (const [index, panel] of panels.entries()) await ask(panel, `My own tag:own${count}${index}`);
  for (const [index, panel] of panels.entries()) await expectWhole([panel], `own${count}${index}`);
  await closeAll(panels);
}

/** One panel that asks in so many new chats while the answers before are still written. Gives how many ran at once. */
export async function runAtOnce(stage: Stage, count: number): Promise<number> {
  const { fake } = stage;
  fake.setScenario('trickle:20');
  const panel = await openPanelPage(stage, 'tab');
  const before = answersAsked(fake).length;
  const tags = Array.from({ length: count }, (_, index) => `run${index}`);
  for (const tag of tags) {
    await newChat(panel);
    await ask(panel, `At once tag:${tag}`);
  }
  const runs = () => answersAsked(fake).slice(before);
  const pieces = wholeAnswer('run').split(' ').length + 2;
  await fake.until(() => runs().length === count);
  const atOnce = runs().filter(({ writtenAt }) => writtenAt.length < pieces).length;
  await fake.until(() => runs().every(({ writtenAt }) => writtenAt.length === pieces));
  await expectWhole([panel], tags.at(-1) ?? '');
  await expect
    .poll(async () => (await storedMessages(panel)).filter(({ status }) => status === 'streaming'))
    .toEqual([]);
  const texts = new Map((await storedMessages(panel)).map(({ text, status }) => [text, status]));
  for (const tag of tags) expect(texts.get(wholeAnswer(tag))).toBe('complete');
  await panel.close();
  return atOnce;
}

/** Panels on one chat, of which each in turn stops an answer that the first asked for. */
export async function stopFromEach(stage: Stage, count: number): Promise<void> {
  const { fake } = stage;
  fake.setScenario('trickle:20');
  const first = await openPanelPage(stage, 'tab');
  const panels = [first];
  await newChat(first);
  await ask(first, 'To be stopped tag:stop0');
  while (panels.length < count) panels.push(await openPanelPage(stage, 'window'));
  for (const [index, stopper] of panels.entries()) {
    if (index > 0) await ask(first, `To be stopped tag:stop${index}`);
    for (const panel of panels) await lastAnswer(panel, 'Fake').waitForText(`stop${index}-3`);
    const run = answersAsked(fake).at(-1);
    await stopper.getByRole('button', { name: 'Stop', exact: true }).click();
    for (const panel of panels) await lastAnswer(panel, 'Fake').waitForText('You stopped this answer.');
    await fake.until(() => run?.aborted === true);
    const stored = (await storedMessages(first)).at(-1);
    expect(stored?.status).toBe('stopped');
    for (const panel of panels) await expect.poll(() => shownText(panel)).toBe(stored?.text);
  }
  await closeAll(panels);
}

async function closeAll(panels: readonly BrowserPage[]): Promise<void> {
  for (const panel of panels) await panel.close();
}
