import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const article = (title: string, more = ''): string =>
  `<!doctype html><title>${title}</title><main><h1>${title}</h1><p>All there is to say about ${title}.</p>${more}</main>`;

let fake: FakeProvider;
let pages: PageServer;
beforeAll(async () => {
  fake = await startFakeProvider();
  fake.setScenario('say:Yes.');
  pages = await servePages({
    '/lamps': article('Lamps'),
    '/ropes': article('Ropes'),
    '/login': article('Login', '<form><input type="password" aria-label="Password"></form>'),
  });
});
afterAll(async () => {
  await fake.close();
  await pages.close();
});

describe.each(FAMILIES)('whose pages are read in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });
  const sent = (): string => JSON.stringify(fake.requests.at(-1)?.body);

  test('a page with a password field is read only after a yes; never is remembered and can be taken back', async () => {
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
    await aside().openTab(`${pages.origin}/login`);
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'Read this page', exact: true }).click();
    await panel.waitForText('This page asks for a password. Let Aside read it?');
    await ask(panel, 'Without a yes?');
    await finishedAnswer(panel, 'Fake');
    expect(sent()).not.toContain('All there is to say');

    await panel.getByRole('button', { name: 'Read it', exact: true }).click();
    await panel.getByRole('button', { name: 'What Aside reads: Login' }).waitFor();
    await ask(panel, 'And after a yes?');
    await finishedAnswer(panel, 'Fake');
    expect(sent()).toContain('All there is to say about Login.');

    await panel.getByRole('button', { name: 'What Aside reads' }).click();
    await panel.getByRole('button', { name: 'Never read 127.0.0.1', exact: true }).click();
    await panel.waitForText('127.0.0.1 is never read, as you chose.');
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await panel.reload();
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.waitForText('127.0.0.1 is never read, as you chose.');
    await ask(panel, 'A question all the same?');
    expect(await finishedAnswer(panel, 'Fake')).toContain('Yes.');
    expect(sent()).not.toContain('All there is to say');

    const settings = await aside().openPage('options.html');
    await settings.waitForText('Sites that are never read');
    await settings.getByRole('button', { name: 'Allow 127.0.0.1 again', exact: true }).click();
    await settings
      .getByRole('button', { name: 'Allow 127.0.0.1 again', exact: true })
      .waitFor({ state: 'hidden' });
    await settings
      .getByRole('button', { name: /^Remove .*127\.0\.0\.1/ })
      .first()
      .waitFor();
    await settings.close();
    await panel.close();
  });

  test('a chat says what it was asked about and where its user is, and sends the one, the other or both', async () => {
    await aside().openTab(`${pages.origin}/lamps`);
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.getByRole('button', { name: 'What Aside reads: Lamps' }).waitFor();
    await ask(panel, 'What of lamps?');
    await finishedAnswer(panel, 'Fake');

    await aside().openTab(`${pages.origin}/ropes`);
    await panel.waitForText(/Asked about\s+Lamps\s+You are on\s+Ropes/);
    await panel.getByRole('radio', { name: 'Earlier page' }).click();
    await ask(panel, 'Only lamps still?');
    await finishedAnswer(panel, 'Fake');
    expect(sent()).toContain('about Lamps.');
    expect(sent()).not.toContain('about Ropes.');

    await panel.getByRole('radio', { name: 'Both' }).click();
    await panel.getByRole('textbox', { name: 'Message' }).fill('Both?');
    await panel.getByRole('button', { name: 'What will be sent', exact: true }).click();
    await panel.waitForText('Goes to');
    const both = await panel.getByRole('dialog').text();
    expect(both).toContain('about Lamps.');
    expect(both).toContain('about Ropes.');
    await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();

    await panel.getByRole('radio', { name: 'This page' }).click();
    await ask(panel, 'Only ropes now?');
    await finishedAnswer(panel, 'Fake');
    expect(sent()).toContain('about Ropes.');
    expect(sent()).not.toContain('about Lamps.');
    expect(sent()).toContain('What of lamps?');
    const cards = await panel.getByRole('article', { name: 'You', exact: true }).allTexts();
    expect(cards.map((card) => /Lamps|Ropes/.exec(card)?.[0] ?? '')).toEqual(['Lamps', '', 'Ropes']);
    await panel.close();
  });
});
