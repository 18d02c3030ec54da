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

const posts = () => fake.requests.filter(({ method }) => method === 'POST').length;

describe.each(FAMILIES)('patience in %s', (family) => {
  const aside = useAside(family);

  test('a server that turns the request away is asked again, with a countdown', async () => {
    fake.setScenario('error-503');
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
    const panel = await aside().openPanel();
    const before = posts();
    await ask(panel, 'Are you there?');
    await lastAnswer(panel, 'Fake').waitForText(/overloaded \(503\)\. Trying again in \d s…/);
    fake.setScenario('plain');
    expect(await finishedAnswer(panel, 'Fake')).toContain('The lighthouse was built in 1884.');
    expect(posts() - before).toBeGreaterThanOrEqual(2);
    expect(posts() - before).toBeLessThanOrEqual(3);
  });

  test('Try now does not wait, and Stop ends the waiting', async () => {
    fake.setScenario('error-429-seconds');
    const panel = await aside().openPanel();
    await ask(panel, 'And now?');
    const answer = lastAnswer(panel, 'Fake');
    await answer.getByRole('button', { name: 'Try now' }).waitFor();
    const before = posts();
    await answer.getByRole('button', { name: 'Try now' }).click();
    await fake.until(() => posts() === before + 1);
    await answer.getByRole('button', { name: 'Stop retrying' }).click();
    await answer.waitForText('You stopped this answer.');
    expect(posts()).toBe(before + 1);
  });

  test('a question asked meanwhile waits, can be taken back, and goes next', async () => {
    fake.setScenario('hold');
    const panel = await aside().openPanel();
    await ask(panel, 'A long one.');
    fake.release(2);
    await lastAnswer(panel, 'Fake').waitForText('token-2');
    const message = panel.getByRole('textbox', { name: 'Message' });
    for (const text of ['The second question', 'The third question']) {
      await message.fill(text);
      await message.press('Enter');
      await panel.getByRole('region', { name: 'Waiting questions' }).waitForText(text);
    }
    await panel.getByRole('button', { name: 'Edit waiting question' }).last().click();
    await expect.poll(() => message.value()).toBe('The third question');
    const waiting = panel.getByRole('region', { name: 'Waiting questions' });
    await expect.poll(() => waiting.text()).not.toContain('The third question');
    await message.fill('');
    await aside().closePanel();
    const again = await aside().openPanel();
    await again.getByRole('region', { name: 'Waiting questions' }).waitForText('The second question');
    fake.setScenario('plain');
    fake.release(Infinity);
    await again.getByRole('article', { name: 'You', exact: true }).last().waitForText('The second question');
    expect(await finishedAnswer(again, 'Fake')).toContain('The lighthouse was built in 1884.');
  });

  test('silence is spoken of, then given up with the text kept', async () => {
    const limits = { noticeMs: 1_000, stallMs: 3_000, localStallMs: 3_000 };
    await aside().evaluateInBackground(async (value) => {
      await chrome.storage.local.set({ 'time-limits': value });
    }, limits);
    fake.setScenario('stall');
    const panel = await aside().openPanel();
    await ask(panel, 'Will you stall?');
    const answer = lastAnswer(panel, 'Fake');
    await answer.waitForText(/Nothing has come for \d s/);
    await answer.getByRole('alert').waitForText('sent nothing for too long');
    expect(await answer.text()).toContain('The lighthouse was built in');
    await answer.getByRole('button', { name: 'Continue', exact: true }).waitFor();
    await answer.getByRole('button', { name: 'Copy diagnostics' }).click();
    await panel.waitForText('Diagnostics copied.');
  });
});
