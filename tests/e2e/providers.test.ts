import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider, KEY } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

/** The failures a user meets, as the scenario that makes them, the words and the button that helps. */
const FAILURES = [
  ['error-400', /did not accept the request \(400\)/, 'Open settings'],
  ['error-401', /did not accept the API key \(401\)/, 'Open settings'],
  ['error-403', /does not allow this request \(403\)/, 'Open settings'],
  ['error-404', /does not know this model or this address \(404\)/, 'Open settings'],
  ['error-429', /limiting how often you may ask \(429\)/, 'Try again'],
  ['error-500', /had a problem of its own \(500\)/, 'Try again'],
  ['html-200', /answered, but not as a chat model does/, 'Open settings'],
] as const;

describe.each(FAMILIES)('network providers in %s', (family) => {
  const aside = useAside(family);

  test.each([
    ['OpenAI', '/v1/responses'],
    ['OpenAI-compatible', '/v1/chat/completions'],
    ['Anthropic', '/v1/messages'],
  ] as const)('%s streams its answer, and its key goes in the header alone', async (provider, path) => {
    fake.setScenario(null);
    await connectProvider(aside(), { provider, name: `My ${provider}`, baseUrl: fake.url, model: 'plain' });
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await panel.getByRole('button', { name: `Model: My ${provider}` }).waitFor();
    await ask(panel, 'When was the lighthouse built?');
    expect(await finishedAnswer(panel, `My ${provider}`)).toContain('The lighthouse was built in 1884.');
    const request = fake.requests.findLast(({ method }) => method === 'POST');
    expect(request?.path).toBe(path);
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    const body = JSON.stringify(request?.body);
    expect(body).toContain('When was the lighthouse built?');
    expect(body).not.toContain(KEY);
  });

  test('Test connection says what it found, and the key field is empty afterwards', async () => {
    const settings = await aside().openPage('options.html');
    await settings.getByRole('button', { name: 'Change My OpenAI', exact: true }).click();
    await settings.getByLabel('API key').fill(KEY);
    await settings.getByRole('button', { name: 'Test connection' }).click();
    await settings.waitForText(/Connected to 127\.0\.0\.1|models/);
    expect(await settings.getByLabel('API key').value()).toBe('');
    expect(await settings.evaluate(() => document.documentElement.outerHTML)).not.toContain(KEY);
    await settings.close();
  });

  test.each(FAILURES)(
    '%s is a plain sentence with its button, and the question is kept',
    async (scenario, words, button) => {
      fake.setScenario(scenario);
      const panel = await aside().openPanel();
      await panel.getByRole('button', { name: 'New chat', exact: true }).click();
      await ask(panel, `What about ${scenario}?`);
      const failed = lastAnswer(panel, 'My Anthropic');
      await failed.getByRole('alert').waitForText(words);
      expect(await failed.getByRole('alert').text()).toContain('Your question is kept.');
      await failed.getByRole('button', { name: button, exact: true }).waitFor();
      expect(await panel.getByRole('article', { name: 'You', exact: true }).text()).toContain(
        `What about ${scenario}?`,
      );
    },
  );

  test('Try again asks in the same message once the server is well', async () => {
    fake.setScenario('error-500');
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await ask(panel, 'Are you well?');
    const answer = lastAnswer(panel, 'My Anthropic');
    await answer.getByRole('alert').waitForText(/\(500\)/);
    fake.setScenario('plain');
    await answer.getByRole('button', { name: 'Try again' }).click();
    await answer.waitForText('The lighthouse was built in 1884.');
    expect(await panel.getByRole('article', { name: 'My Anthropic', exact: true }).count()).toBe(1);
  });

  test('an unreachable server is named', async () => {
    const gone = await startFakeProvider();
    const { url } = gone;
    await gone.close();
    await connectProvider(aside(), { provider: 'OpenAI-compatible', name: 'Gone', baseUrl: url, model: 'plain' });
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await ask(panel, 'Is anybody there?');
    await lastAnswer(panel, 'Gone')
      .getByRole('alert')
      .waitForText(/127\.0\.0\.1:\d+ cannot be reached/);
  });
});
