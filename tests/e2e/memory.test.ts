import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

/** About 2,000 tokens: three of them are more than a model of 8,192 is asked with. */
const ANSWER = 'The keeper lit the lamp at dusk and wrote down the ships. '.repeat(140);
const NAME = 'Fake memory';

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

const dialogOf = (panel: BrowserPage) => panel.getByRole('dialog');

/** Asks, and gives the body of the request. */
async function asks(panel: BrowserPage, question: string): Promise<string> {
  await ask(panel, question);
  await finishedAnswer(panel, NAME);
  return lastBody();
}

const lastBody = () => JSON.stringify(fake.requests.at(-1)?.body);

describe.each(FAMILIES)('the memory of a chat in %s', (family) => {
  const aside = useAside(family);

  test('begins at the line in the thread, there and in the next request', async () => {
    fake.setScenario(`say:${ANSWER}`);
    await connectProvider(aside(), { provider: 'OpenAI', name: NAME, baseUrl: fake.url, model: 'gpt-4' });
    const panel = await aside().openPanel();
    for (const number of ['one', 'two', 'three']) {
      await ask(panel, `Question ${number}?`);
      await finishedAnswer(panel, NAME);
    }
    const line = panel.getByRole('group', { name: 'Where memory begins', exact: true });
    await line.waitForText(`${NAME} no longer sees what is above`);
    const turn = panel.locate('section:has([aria-label="Where memory begins"])');
    const first = /Question (one|two|three)\?/.exec(await turn.text())?.[0] ?? 'none';
    expect(first).not.toBe('Question one?');
    await line.getByRole('button', { name: 'See what goes along', exact: true }).click();
    await panel.getByRole('dialog').waitForText('oldest messages of this chat stay out');
    await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();

    await ask(panel, 'Question four?');
    await finishedAnswer(panel, NAME);
    const body = lastBody();
    const asked = ['one', 'two', 'three', 'four'].map((number) => `Question ${number}?`);
    expect(asked.filter((question) => body.includes(question))).toEqual(asked.slice(asked.indexOf(first)));
    await panel.close();
  });

  test('is, where its user wants that, a summary: made, sent, changed and dropped in sight', async () => {
    const panel = await aside().openPanel();
    const line = panel.getByRole('group', { name: 'Where memory begins', exact: true });
    const button = (name: string) => line.getByRole('button', { name, exact: true });
    const before = fake.requests.length;
    await button('Summarise what came before').click();
    const dialog = dialogOf(panel);
    await dialog.waitForText('messages, without their pages, are sent to be summarised');
    await dialog.waitForText('127.0.0.1');
    await dialog.waitForText('≈ $');
    expect(fake.requests.length).toBe(before);
    fake.setScenario('error-401');
    await dialog.getByRole('button', { name: 'Summarise', exact: true }).click();
    await line.getByRole('alert').waitForText('No summary was made, and the chat is as it was.');

    fake.setScenario('hold');
    await button('Try again').click();
    await dialog.getByRole('button', { name: 'Summarise', exact: true }).click();
    await line.waitForText('Summarising what came before…');
    await fake.until(() => fake.requests.length === before + 2);
    expect(lastBody()).toContain('Question one?');
    await panel.close();
    const again = await aside().openPanel();
    await again.waitForText('Summarising what came before…');
    fake.release(Infinity);
    const shown = again.getByRole('group', { name: 'Where memory begins', exact: true });
    const press = (name: string) => shown.getByRole('button', { name, exact: true }).click();
    await shown.waitForText(`${NAME} has a summary of what is above`);
    await shown.locate('summary').click();
    await shown.waitForText('token-1 ');
    await shown.waitForText(`Made by ${NAME} (gpt-4)`);

    fake.setScenario('say:Yes.');
    const withSummary = await asks(again, 'Question five?');
    expect(withSummary).toMatch(/<summary-\w+>\\ntoken-1 /);
    expect(withSummary).not.toContain('Question one?');
    expect((await asks(again, 'Question six?')).slice(0, 400)).toBe(withSummary.slice(0, 400));

    await press('Edit summary');
    await shown.getByRole('textbox', { name: 'Summary', exact: true }).fill('Ships passed at dusk.');
    await press('Save summary');
    await shown.waitForText('changed by you');
    expect(await asks(again, 'Question seven?')).toContain('Ships passed at dusk.');

    // What went before is told as it went.
    await again.getByRole('button', { name: 'Answer menu', exact: true }).nth(-2).click();
    await again.getByRole('menuitem', { name: 'What was sent' }).click();
    await dialogOf(again).waitForText('token-1 ');
    await dialogOf(again).waitForText('A summary goes instead of');
    expect(await dialogOf(again).text()).not.toContain('may differ');
    await dialogOf(again).getByRole('button', { name: 'Close', exact: true }).click();

    await press('Drop summary');
    await shown.waitForText(`${NAME} no longer sees what is above`);
    expect(await asks(again, 'Question eight?')).not.toContain('<summary-');
    await again.close();
  });
});
