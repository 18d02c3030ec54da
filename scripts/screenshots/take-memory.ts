import type { AsideBrowser, BrowserPage } from '../browsers/aside-browser.ts';
import type { FakeProvider } from '../../tests/support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from '../../tests/e2e/support/ask.ts';
import { connectProvider } from '../../tests/e2e/support/connect-provider.ts';

const ANSWER = 'The keeper lit the lamp at dusk and wrote down the ships that passed. '.repeat(110);

/** Takes pictures of where the memory of a long chat begins, also from right to left. */
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
  await panel.getByRole('group', { name: 'Where memory begins', exact: true }).waitFor();
  await show();
  await take(panel, 'memory-0-line');
  await panel.evaluate(() => (document.documentElement.dir = 'rtl'));
  await take(panel, 'memory-1-rtl');
  await panel.evaluate(() => (document.documentElement.dir = 'ltr'));
  await panel.close();
}
