import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let fake: FakeProvider;
beforeAll(async () => void (fake = await startFakeProvider()));
afterAll(() => fake.close());

/** The line that Enter would choose, by its name, and whether all of it is on view. */
function activeLine(page: BrowserPage): Promise<{ readonly name: string; readonly isInView: boolean }> {
  return page.evaluate(() => {
    const field = document.activeElement;
    const line = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
    const list = line?.closest('[role="listbox"]')?.getBoundingClientRect();
    const box = line?.getBoundingClientRect();
    const isInView = !!list && !!box && box.top >= list.top - 1 && box.bottom <= list.bottom + 1;
    return { name: line?.getAttribute('aria-label')?.split(',')[0] ?? '', isInView };
  });
}

/** The accessible name of what has the focus. */
function focused(page: BrowserPage): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

const lastPost = () => fake.requests.findLast(({ method }) => method === 'POST');

describe.each(FAMILIES)('choosing a model by keys alone in %s', (family) => {
  const aside = useAside(family);
  let panel: BrowserPage;

  beforeAll(async () => {
    await connectProvider(aside(), {
      provider: 'OpenAI',
      name: 'First',
      baseUrl: `${fake.url}/v1`,
      model: 'plain',
    });
    await connectProvider(aside(), { provider: 'Anthropic', name: 'Second', baseUrl: fake.url, model: 'plain' });
    panel = await aside().openPanel();
    await panel.bringToFront();
  });

  test('arrows and pages go through the list, Alt+Enter stars, Escape leads back', async () => {
    await panel.getByRole('button', { name: 'Model: Second' }).press('ArrowDown');
    const search = panel.getByRole('combobox', { name: 'Search models' });
    await search.waitFor();
    await panel.press('Tab');
    await panel.press('Tab');
    await panel.press('Enter');
    await panel
      .getByRole('option', { name: /^unicode/ })
      .first()
      .waitFor();
    await search.fill('');
    await expect.poll(() => activeLine(panel)).toEqual({ name: 'plain', isInView: true });
    const start = await activeLine(panel);
    await panel.press('PageDown');
    await expect.poll(() => activeLine(panel)).not.toEqual(start);
    await expect.poll(async () => (await activeLine(panel)).isInView).toBe(true);
    await panel.press('PageUp');
    await search.fill('unic');
    await expect.poll(() => activeLine(panel)).toEqual({ name: 'unicode', isInView: true });
    await panel.press('Alt+Enter');
    await search.fill('');
    await panel
      .getByRole('group', { name: 'Favourites' })
      .getByRole('option', { name: /^unicode, favourite/ })
      .waitFor();
    await panel.press('Escape');
    await search.waitFor({ state: 'hidden' });
    expect(await focused(panel)).toBe('Model: Second');
  });

  test('a chat goes on with another provider’s model, and takes all that was said along', async () => {
    await ask(panel, 'When was the lighthouse built?');
    await finishedAnswer(panel, 'Second');
    await panel.getByRole('button', { name: 'Model: Second' }).press('ArrowDown');
    const search = panel.getByRole('combobox', { name: 'Search models' });
    await search.waitFor();
    await search.fill('first unicode');
    await expect.poll(() => activeLine(panel)).toMatchObject({ name: 'unicode' });
    await panel.press('Enter');
    await search.waitFor({ state: 'hidden' });
    await panel.getByRole('button', { name: 'Model: First, unicode' }).waitFor();
    await ask(panel, 'And in other letters?');
    await finishedAnswer(panel, 'First');
    const request = lastPost();
    expect(request?.path).toContain('/v1/responses');
    expect(request?.body).toMatchObject({ model: 'unicode' });
    const said = JSON.stringify(request?.body);
    expect(said).toContain('When was the lighthouse built?');
    expect(said).toContain('The lighthouse was built');
  });

  test('a model that nobody lists is used as it is typed; where it is gone, others are offered', async () => {
    await panel.getByRole('button', { name: /^Model: First/ }).press('ArrowDown');
    const search = panel.getByRole('combobox', { name: 'Search models' });
    await search.waitFor();
    await search.fill('plain-3');
    await panel.waitForText('Use “plain-3” as it is typed');
    await panel.press('Enter');
    await panel.getByRole('button', { name: 'Model: First, plain-3' }).waitFor();
    await ask(panel, 'Are you there?');
    // The list has what the server named, and the successors come from it.
    await panel.getByRole('button', { name: 'Ask plain instead' }).press('Enter');
    await expect.poll(() => lastPost()?.body).not.toMatchObject({ model: 'plain-3' });
    await finishedAnswer(panel, 'First');
    expect(await panel.getByRole('button', { name: 'Ask plain instead' }).count()).toBe(0);
  });
});
