import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMBINED } from '../support/fake-provider/part-scenarios.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

/** Longer than the room for a page where a model's context is not known: three parts. */
const CHAPTERS = Array.from({ length: 140 }, (_, chapter) => {
  const sentence = `The keeper of light ${chapter + 1} wrote down what the sea had done to the stones that year. `;
  return `<h2>Chapter ${chapter + 1}</h2><p>${sentence.repeat(22)}</p>`;
});
const PAGE = `<!doctype html><title>The long book of lights</title><main><h1>Lights</h1>${CHAPTERS.join('')}</main>`;
const NAME = 'Fake parts';

let fake: FakeProvider;
let pages: PageServer;
beforeAll(async () => {
  fake = await startFakeProvider();
  pages = await servePages({ '/': PAGE });
});
afterAll(async () => {
  await fake.close();
  await pages.close();
});

const posts = () => fake.requests.filter(({ method }) => method === 'POST');
const askedOf = (part: number) =>
  posts().filter(({ body }) => JSON.stringify(body).includes(`This is part ${part} of 3 of a page`)).length;

describe.each(FAMILIES)('asking over a whole page in %s', (family) => {
  const aside = useAside(family);

  test('shows what it takes, goes on with the panel closed, survives a killed background, and cites every part', async () => {
    const before = posts().length;
    const first = askedOf(1);
    await connectProvider(aside(), {
      provider: 'OpenAI-compatible',
      name: NAME,
      baseUrl: `${fake.url}/v1`,
      model: 'm',
    });
    await aside().grant(['http://127.0.0.1/*']);
    await aside().openTab(`${pages.origin}/`);
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.getByRole('textbox', { name: 'Message' }).fill('What did all keepers write?');
    await panel.getByRole('button', { name: 'Ask over the whole page', exact: true }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.waitForText('4: 3 for the parts, 1 for the answer');
    await dialog.waitForText('Nothing: the model runs on a machine of yours.');
    expect(posts()).toHaveLength(before);

    fake.setScenario('parts:hold');
    await dialog.getByRole('button', { name: 'Ask over 3 parts', exact: true }).click();
    await panel.waitForText('Reading the page: 0 of 3 parts read');
    await fake.until(() => posts().length === before + 1);
    await panel.close();
    fake.release(1);
    await fake.until(() => posts().length === before + 2);

    const again = await aside().openPanel();
    await again.waitForText('Reading the page: 1 of 3 parts read');
    await aside().stopBackground();
    await lastAnswer(again, NAME).getByRole('alert').waitForText('The browser stopped Aside');
    await again.waitForText('1 of 3 parts of the page read');
    fake.setScenario('parts');
    await again.getByRole('button', { name: 'Continue', exact: true }).click();
    await again.waitForText(COMBINED);
    await finishedAnswer(again, NAME);
    await again.waitForText('Answered from all 3 parts of the page');
    expect(askedOf(1)).toBe(first + 1);
    await again
      .getByRole('button', { name: /^Citation 3: / })
      .first()
      .waitFor();
    await again.close();
  });
});
