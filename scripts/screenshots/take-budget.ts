import type { AsideBrowser, BrowserPage } from '../browsers/aside-browser.ts';
import type { FakeProvider } from '../../tests/support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from '../../tests/e2e/support/ask.ts';
import { connectProvider } from '../../tests/e2e/support/connect-provider.ts';

type Take = (page: BrowserPage, name: string, sizes?: readonly (readonly [number, number])[]) => Promise<void>;

/** Takes pictures of a budget that is nearly spent, of one that holds a question back, and of what was spent. */
export async function takeBudget(aside: AsideBrowser, fake: FakeProvider, take: Take): Promise<void> {
  await connectProvider(aside, { provider: 'OpenAI', name: 'Priced', baseUrl: fake.url, model: 'gpt-4' });
  fake.setScenario('plain');
  const panel = await aside.openPanel();
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  await ask(panel, 'When was it built?');
  await finishedAnswer(panel, 'Priced');
  const settings = await aside.openPage('options.html#budget');
  const field = settings.getByRole('spinbutton', { name: 'Most in a month (US dollars)', exact: true });
  await field.fill('0.0025');
  await field.press('Enter');
  await panel.waitForText(/% of this month’s budget is spent|This month’s budget is spent/);
  await take(panel, 'budget-0-near');
  await ask(panel, 'And by whom?');
  await finishedAnswer(panel, 'Priced');
  await ask(panel, 'How high is it, and who kept the light?');
  await panel.getByRole('alert').waitForText('This month’s budget is spent.');
  await take(panel, 'budget-1-held');
  await settings.evaluate(() => document.querySelector('#spending')?.scrollIntoView({ block: 'start' }));
  await take(settings, 'budget-2-settings');
  await field.fill('');
  await field.press('Enter');
  await settings.close();
  await panel.close();
}
