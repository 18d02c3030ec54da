import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const PROTOCOLS = ['OpenAI', 'Anthropic', 'OpenAI-compatible'] as const;
const PAGE = `<!doctype html><title>Lamps &amp; "oil"</title><main><h1>Lamps</h1>
<p>The lamp is lit at dusk \\ and “burns” oil until dawn. Ολα καλά 🪔.</p>
<table><tr><th>Lamp</th><th>Oil</th></tr><tr><td>One</td><td>2 l</td></tr></table></main>`;

/** Longer than a model of 8,192 tokens has room for; what is asked for stands near its end. */
const LONG = `<!doctype html><title>Tides</title><main><h1>Tides</h1>${Array.from(
  { length: 60 },
  (_, index) => `<h2>Day ${index}</h2><p>${`On day ${index} the ropes were dry and nobody came. `.repeat(14)}</p>`,
).join('')}<h2>Toll</h2><p>${'The toll is four dollars. '.repeat(20)}</p></main>`;

let fake: FakeProvider;
let pages: PageServer;
beforeAll(async () => {
  fake = await startFakeProvider();
  fake.setScenario('say:Yes.');
  pages = await servePages({ '/': PAGE, '/long': LONG });
});
afterAll(async () => {
  await fake.close();
  await pages.close();
});

describe.each(FAMILIES)('what is sent in %s', (family) => {
  const aside = useAside(family);

  test.each(PROTOCOLS)('by %s is, byte for byte, what was shown before and is shown after', async (provider) => {
    const name = `Fake ${provider}`;
    await connectProvider(aside(), { provider, name, baseUrl: fake.url, model: 'any' });
    const tab = await aside().firstTab();
    await tab.goto(`${pages.origin}/`);
    await tab.bringToFront();
    await aside().clickToolbar();
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await ask(panel, 'Before the page.');
    await finishedAnswer(panel, name);
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.waitForText('Lamps & "oil"');
    const question = 'When is it “lit”?\nAnd \\ why?';
    await panel.getByRole('textbox', { name: 'Message' }).fill(question);
    await panel.getByRole('button', { name: 'What will be sent', exact: true }).click();
    await panel.waitForText('Goes to 127.0.0.1');
    const before = await shownParts(panel);
    await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();

    await panel.getByRole('textbox', { name: 'Message' }).press('Enter');
    await panel.getByRole('article', { name: 'You', exact: true }).last().waitForText('And \\ why?');
    await finishedAnswer(panel, name);
    const sent = textsOf(fake.requests.at(-1)?.body);
    expect(before.join('')).toContain('2 l');
    expect(before.join('')).toContain(question);
    expect(sent).toEqual(before);

    await panel.getByRole('button', { name: 'Answer menu', exact: true }).last().click();
    await panel.getByRole('menuitem', { name: 'What was sent' }).click();
    await panel.waitForText('Went to 127.0.0.1');
    expect(await shownParts(panel)).toEqual(sent);
    await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await panel.close();
  });

  test('is of a long page what the model has room for, and what its user swaps on its map', async () => {
    const name = 'Fake map';
    await connectProvider(aside(), { provider: 'OpenAI', name, baseUrl: fake.url, model: 'gpt-4' });
    await aside().grant(['http://127.0.0.1/*']);
    await aside().openTab(`${pages.origin}/long`);
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.waitForText('≈ 3.4K of');
    const preview = async (question: string, note: string): Promise<void> => {
      await panel.getByRole('textbox', { name: 'Message' }).fill(question);
      await panel.getByRole('button', { name: 'What will be sent', exact: true }).click();
      await panel.waitForText(note);
    };
    const send = async (question: string): Promise<readonly string[]> => {
      const before = await shownParts(panel);
      await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
      const count = fake.requests.length;
      await panel.getByRole('textbox', { name: 'Message' }).press('Enter');
      await panel.getByRole('article', { name: 'You', exact: true }).last().waitForText(question);
      await finishedAnswer(panel, name);
      expect(fake.requests.length).toBe(count + 1);
      const sent = textsOf(fake.requests.at(-1)?.body);
      expect(sent).toEqual(before);
      return sent;
    };
    await preview('What is the toll?', 'Nothing of this page has been sent yet');
    expect((await shownParts(panel)).join('')).toContain('The toll is four dollars.');
    const first = await send('What is the toll?');
    await preview('And who came?', 'sends the whole page again');
    const second = await send('And who came?');
    expect(second.slice(0, first.length)).toEqual(first);

    await preview('Who else came?', 'sends the whole page again');
    const last = panel
      .getByRole('dialog')
      .getByRole('toolbar', { name: 'Parts of Tides' })
      .getByRole('button')
      .last();
    expect(await last.attribute('aria-pressed')).toBe('true');
    await last.click();
    await panel.waitForText('Stays out, as you chose.');
    const third = await send('Who else came?');
    expect(third.join('')).not.toContain('The toll is four dollars.');
    expect(third.join('').match(/<page-\w+>/g)).toHaveLength(1);
    await panel.close();
  });

  test('is of a page what its user chose: parts left out stay out, and a selection can go alone', async () => {
    const name = 'Fake choice';
    await connectProvider(aside(), { provider: 'OpenAI', name, baseUrl: fake.url, model: 'any' });
    await aside().grant(['http://127.0.0.1/*']);
    const tab = await aside().openTab(`${pages.origin}/`);
    await tab.evaluate(() => {
      const paragraph = document.querySelector('p');
      if (paragraph?.firstChild)
        getSelection()?.setBaseAndExtent(paragraph.firstChild, 4, paragraph.firstChild, 23);
    });
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.waitForText('+ selection');
    await panel.getByRole('button', { name: 'What Aside reads' }).click();
    await panel.getByRole('checkbox', { name: /^Table/ }).click();
    await panel.getByRole('button', { name: 'Done', exact: true }).click();
    await panel.waitForText('in part');
    await ask(panel, 'Without the table?');
    await finishedAnswer(panel, name);
    const withoutTable = textsOf(fake.requests.at(-1)?.body).join('');
    expect(withoutTable).toContain('until dawn');
    expect(withoutTable).toContain('(The user selected [b1] on this page.)');
    expect(withoutTable).not.toContain('2 l');

    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.getByRole('button', { name: 'Selection only', exact: true }).click();
    await panel.getByRole('button', { name: /^What Aside reads: .*[^+] selection · /s }).waitFor();
    await ask(panel, 'The selection alone?');
    await finishedAnswer(panel, name);
    const selectionOnly = textsOf(fake.requests.at(-1)?.body).join('');
    expect(selectionOnly).toContain('[b1] lamp is lit at dusk');
    expect(selectionOnly).not.toContain('until dawn');
    await panel.close();
  });
});

/** The system text and the messages as the dialog shows them. */
function shownParts(panel: BrowserPage): Promise<readonly string[]> {
  return panel.evaluate(() => [...document.querySelectorAll('[data-part]')].map((part) => part.textContent));
}

/** Every text in a request's body that a model reads, in its order, however the protocol arranges them. */
function textsOf(body: unknown): readonly string[] {
  const { instructions, system, messages, input } = body as Record<string, unknown>;
  const turns = ((messages ?? input) as readonly { readonly content: string }[]).map(({ content }) => content);
  const told = instructions ?? system;
  return typeof told === 'string' ? [told, ...turns] : turns;
}
