import type { AsideBrowser, BrowserPage } from '../browsers/aside-browser.ts';
import type { FakeProvider } from '../../tests/support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from '../../tests/e2e/support/ask.ts';
import { connectProvider } from '../../tests/e2e/support/connect-provider.ts';

const ANSWER = 'The keeper lit the lamp at dusk and wrote down the ships that passed. '.repeat(110);

const SUMMARY = `The user asks about a lighthouse and its keepers.
- The first keeper lit the lamp at dusk and wrote down the ships.
- How many ships passed is still open.`;

/** Takes pictures of where the memory of a long chat begins, and of its summary in every state. */
export async function takeMemory(
  aside: AsideBrowser,
  fake: FakeProvider,
  take: (page: BrowserPage, name: string) => Promise<void>,
): Promise<void> {
  await connectProvider(aside, { provider: 'OpenAI', name: 'Small', baseUrl: fake.url, model: 'gpt-4' });
  const panel = await aside.openPanel();
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  for (const question of ['Who kept the light?', 'And after him?', 'How many ships passed?']) {
    fake.setScenario(`say:${ANSWER}`);
    await ask(panel, question);
    await finishedAnswer(panel, 'Small');
  }
  const show = () =>
    panel.evaluate(() => {
      document.querySelector('[aria-label="Where memory begins"]')?.scrollIntoView({ block: 'center' });
    });
  const line = panel.getByRole('group', { name: 'Where memory begins', exact: true });
  const press = (name: string) => line.getByRole('button', { name, exact: true }).click();
  await line.waitFor();
  await show();
  await take(panel, 'memory-0-line');
  await press('Summarise what came before');
  const agree = panel.getByRole('dialog').getByRole('button', { name: 'Summarise', exact: true });
  await agree.waitFor();
  await take(panel, 'memory-1-before');
  fake.setScenario('error-401');
  await agree.click();
  await line.getByRole('alert').waitFor();
  await show();
  await take(panel, 'memory-2-failed');
  fake.setScenario('hold');
  await press('Try again');
  await agree.click();
  await line.waitForText('Summarising what came before');
  await show();
  await take(panel, 'memory-3-making');
  await press('Stop summarising');
  fake.setScenario(`say:${SUMMARY}`);
  await press('Summarise what came before');
  await agree.click();
  await line.waitForText('has a summary');
  await line.locate('summary').click();
  await show();
  await take(panel, 'memory-4-summary');
  await panel.evaluate(() => (document.documentElement.dir = 'rtl'));
  await take(panel, 'memory-5-rtl');
  await panel.evaluate(() => (document.documentElement.dir = 'ltr'));
  await press('Edit summary');
  await show();
  await take(panel, 'memory-6-edit');
  await press('Cancel');
  for (const question of ['Of which country?', 'And at night?']) {
    fake.setScenario(`say:${ANSWER}`);
    await ask(panel, question);
    await finishedAnswer(panel, 'Small');
  }
  await line.waitForText('newer than the summary');
  await show();
  await take(panel, 'memory-7-newer');
  await panel.close();
}
