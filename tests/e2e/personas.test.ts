import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AsideLocator } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
  fake.setScenario('say:Fog is a cloud that touches the ground.');
});
afterAll(() => fake.close());

/** Types as a person does, and goes on to the next field. */
async function write(field: AsideLocator, text: string): Promise<void> {
  await field.press('Control+a');
  await field.type(text);
  await field.press('Tab');
}

const lastBody = () => fake.requests.findLast(({ method }) => method === 'POST')?.body as Record<string, unknown>;

describe.each(FAMILIES)('who answers, and how, in %s', (family) => {
  const aside = useAside(family);

  test('a persona is made in the settings, chosen by keys in a new chat, and outlives its removal there', async () => {
    await connectProvider(aside(), {
      provider: 'Anthropic',
      name: 'Fake',
      baseUrl: fake.url,
      model: 'claude-sonnet-4-5',
    });
    const settings = await aside().openPage('options.html');
    await settings.getByRole('button', { name: 'Add a persona', exact: true }).click();
    const section = settings.getByRole('region', { name: 'Personas' });
    await write(section.getByRole('textbox', { name: 'Name', exact: true }), 'Owl');
    await write(section.getByRole('textbox', { name: 'Instructions', exact: true }).first(), 'Answer as an owl.');
    await section.getByRole('button', { name: 'Remove Owl' }).waitFor();

    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'Model: Fake' }).press('ArrowDown');
    const search = panel.getByRole('combobox', { name: 'Search models' });
    await search.waitFor();
    await search.fill('owl');
    await search.press('Enter');
    await panel.getByRole('button', { name: 'Model: Owl' }).waitFor();
    await ask(panel, 'What is fog?');
    expect(await finishedAnswer(panel, 'Owl')).toContain('Fog is a cloud');
    expect(String(lastBody()['system'])).toMatch(/\n\nAnswer as an owl\.$/);

    await section.getByRole('button', { name: 'Remove Owl' }).click();
    await section.getByRole('button', { name: 'Remove Owl' }).waitFor({ state: 'hidden' });
    await settings.close();
    await ask(panel, 'And mist?');
    expect(await finishedAnswer(panel, 'Owl')).toContain('Fog is a cloud');
    expect(String(lastBody()['system'])).toMatch(/\n\nAnswer as an owl\.$/);
  });

  test('a chat’s parameters go on the wire, as far as its model takes them, and stand in the preview', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'Parameters', exact: true }).click();
    await panel.getByLabel('Most tokens').type('3000');
    await panel.getByLabel('Most tokens').press('Enter');
    await panel.getByRole('button', { name: 'Parameters, changed', exact: true }).waitFor();
    await panel.getByLabel('Most tokens').press('Escape');
    await panel.getByRole('textbox', { name: 'Message' }).fill('And rain?');
    await panel.getByRole('button', { name: 'What will be sent', exact: true }).click();
    await panel.waitForText('3,000 tokens');
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    await ask(panel, 'And rain?');
    await finishedAnswer(panel, 'Owl');
    expect(lastBody()).toMatchObject({ max_tokens: 3000 });
  });
});
