import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

const NAME = 'Priced';
const posts = () => fake.requests.filter(({ method }) => method === 'POST').length;

describe.each(FAMILIES)('what is spent in %s', (family) => {
  const aside = useAside(family);

  /** Sets the budget of the month. Each request takes 12 tokens in and 34 out: $0.0024 at the prices of GPT-4. */
  async function setBudget(dollars: string): Promise<void> {
    const settings = await aside().openPage('options.html');
    const field = settings.getByRole('spinbutton', { name: 'Most in a month (US dollars)', exact: true });
    await field.fill(dollars);
    await field.press('Enter');
    await settings.close();
  }

  test('counts Continue twice, tells at four fifths, holds back at the budget, and goes on once', async () => {
    await connectProvider(aside(), { provider: 'OpenAI', name: NAME, baseUrl: fake.url, model: 'gpt-4' });
    await setBudget('0.0055');
    const panel = await aside().openPanel();
    fake.setScenario('length');
    await ask(panel, 'When was it built?');
    await finishedAnswer(panel, NAME);
    const answer = lastAnswer(panel, NAME);
    await answer.waitForText('46 tokens, ≈ $0.0024');
    const notice = panel.getByRole('status').locate('strong');
    expect(await notice.count()).toBe(0);

    fake.setScenario('plain');
    await answer.getByRole('button', { name: 'Continue', exact: true }).click();
    await answer.waitForText('92 tokens, ≈ $0.0048');
    await panel.waitForText('87 % of this month’s budget is spent.');
    await panel.waitForText('$0.0048 of $0.0055');
    await panel.getByRole('button', { name: 'Dismiss', exact: true }).click();

    await ask(panel, 'And who kept it?');
    expect(await finishedAnswer(panel, NAME)).toContain('1884');
    const sent = posts();
    await ask(panel, 'How high is it?');
    const held = lastAnswer(panel, NAME).getByRole('alert');
    await held.waitForText('This month’s budget is spent.');
    await held.waitForText('$0.0072 of $0.0055 was spent');
    await held.waitForText('Your question is kept.');
    expect(posts()).toBe(sent);

    fake.setScenario('hold');
    await held.getByRole('button', { name: 'Go on once', exact: true }).click();
    await fake.until(() => posts() === sent + 1);
    const message = panel.getByRole('textbox', { name: 'Message' });
    await message.fill('This one waits.');
    await message.press('Enter');
    await panel.getByRole('region', { name: 'Waiting questions' }).waitForText('This one waits.');
    fake.setScenario('plain');
    fake.release(100);
    await panel.getByRole('article', { name: 'You', exact: true }).last().waitForText('This one waits.');
    await held.waitForText('This month’s budget is spent.');
    expect(posts()).toBe(sent + 1);

    await setBudget('20');
    await held.getByRole('button', { name: 'Go on once', exact: true }).click();
    await lastAnswer(panel, NAME).waitForText('1884');
    await panel.close();
  });

  test('is listed by model in the settings, where the panel leads', async () => {
    const settings = await aside().openPage('options.html#budget');
    const row = settings.getByRole('row', { name: /gpt-4/ });
    await row.waitForText(/gpt-4\s+Priced\s+5\s+\d+\s+≈ \$0\.0\d+/);
    await settings.close();
  });
});
