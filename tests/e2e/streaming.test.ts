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

const WHOLE = Array.from({ length: 10 }, (_, index) => `token-${index + 1}`).join(' ');

describe.each(FAMILIES)('an answer belongs to the background in %s', (family) => {
  const aside = useAside(family);

  test('it goes on while the panel is closed, and is there when it opens again', async () => {
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'hold' });
    const panel = await aside().openPanel();
    await ask(panel, 'Count, please.');
    fake.release(3);
    await lastAnswer(panel, 'Fake').waitForText('token-3');
    await aside().closePanel();
    fake.release(4);
    const again = await aside().openPanel();
    await lastAnswer(again, 'Fake').waitForText('token-7');
    expect(await lastAnswer(again, 'Fake').attribute('aria-busy')).toBe('true');
    fake.release(Infinity);
    expect(await finishedAnswer(again, 'Fake')).toContain(WHOLE);
  });

  test('a background that stopped while idle is woken by the next question', async () => {
    const panel = await aside().openPanel();
    await aside().stopBackground();
    await ask(panel, 'Count after a nap.');
    fake.release(2);
    await lastAnswer(panel, 'Fake').waitForText('token-2');
    fake.release(Infinity);
    expect(await finishedAnswer(panel, 'Fake')).toContain(WHOLE);
  });

  test('two panels show the same stream', async () => {
    const panel = await aside().openPanel();
    const tab = await aside().openPage('sidepanel.html');
    await tab.waitForText(WHOLE);
    await ask(tab, 'Count again.');
    fake.release(5);
    await lastAnswer(panel, 'Fake').waitForText('token-5');
    await lastAnswer(tab, 'Fake').waitForText('token-5');
    fake.release(Infinity);
    expect(await finishedAnswer(panel, 'Fake')).toContain(WHOLE);
    expect(await finishedAnswer(tab, 'Fake')).toContain(WHOLE);
    await tab.close();
  });

  test('Stop keeps the text so far and closes the connection', async () => {
    const panel = await aside().openPanel();
    await ask(panel, 'Count once more.');
    fake.release(2);
    await lastAnswer(panel, 'Fake').waitForText('token-2');
    await panel.getByRole('button', { name: 'Stop', exact: true }).click();
    await lastAnswer(panel, 'Fake').waitForText('You stopped this answer.');
    expect(await lastAnswer(panel, 'Fake').text()).toContain('token-1 token-2');
    await fake.until((requests) => requests.at(-1)?.aborted === true);
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
  });

  test('Escape stops too, and the composer has the focus', async () => {
    const panel = await aside().openPanel();
    await ask(panel, 'And again.');
    await panel.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await panel.press('Escape');
    await lastAnswer(panel, 'Fake').waitForText('You stopped this answer.');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Message');
  });

  test('a background that is killed leaves an interrupted answer, which Continue goes on with', async () => {
    const panel = await aside().openPanel();
    await ask(panel, 'Count while it lasts.');
    fake.release(4);
    await lastAnswer(panel, 'Fake').waitForText('token-4');
    const before = fake.requests.length;
    await aside().stopBackground();
    const answer = lastAnswer(panel, 'Fake');
    await answer.getByRole('alert').waitForText('The browser stopped Aside before the answer was finished.');
    expect(await answer.text()).toContain('token-1 token-2 token-3');
    expect(fake.requests.length).toBe(before);
    await answer.getByRole('button', { name: 'Continue', exact: true }).click();
    fake.release(Infinity);
    await answer.waitForText(WHOLE);
    expect(await panel.getByRole('article', { name: 'Fake', exact: true }).count()).toBe(6);
  });
});
