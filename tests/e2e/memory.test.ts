import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  fake.setScenario(`say:${ANSWER}`);
});
afterAll(() => fake.close());

const lastBody = () => JSON.stringify(fake.requests.at(-1)?.body);

describe.each(FAMILIES)('the memory of a chat in %s', (family) => {
  const aside = useAside(family);

  test('begins at the line in the thread, there and in the next request', async () => {
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
});
