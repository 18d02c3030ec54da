import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { highlightIn } from './support/highlight-in.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const KEEPER = 'The keeper winds the clockwork of the lamp every four hours.';
const filler = Array.from({ length: 60 }, (_, index) => `<p>Note ${index} of the log about ropes.</p>`).join('');
const lamp = (more: string): string =>
  `<!doctype html><title>The lamp</title><main><h1>The lamp</h1>${filler}${more}${filler}</main>`;

let server: PageServer;
let fake: FakeProvider;
/** What is served by now. */
const changing = new Map<string, string>();
beforeAll(async () => {
  fake = await startFakeProvider();
  server = await servePages({
    '/other': lamp('<p>Another page.</p>'),
    get '/lamp'() {
      return changing.get('/lamp') ?? '';
    },
  });
});
afterAll(async () => {
  await server.close();
  await fake.close();
});

describe.each(FAMILIES)('citations in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });

  test('lead back to a page in its tab, reloaded, navigated away from, closed, and changed', async () => {
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
    changing.set('/lamp', lamp(`<p>${KEEPER}</p>`));
    const tab = await aside().openTab(`${server.origin}/lamp`);
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.getByRole('button', { name: /What Aside reads: .*The lamp/s }).waitFor();
    fake.setScenario('say:Every four hours [b62].');
    await ask(panel, 'How often is it wound?');
    await finishedAnswer(panel, 'Fake');
    const cite = () =>
      lastAnswer(panel, 'Fake')
        .getByRole('button', { name: `Citation 1: ${KEEPER}` })
        .click();
    const marked = async (where: BrowserPage) => (await highlightIn(where)).text;

    await tab.reload();
    await cite();
    await expect.poll(() => marked(tab)).toBe(KEEPER);

    await tab.goto(`${server.origin}/other`);
    await cite();
    await panel.waitForText('opened again.');
    await expect.poll(() => inFront(aside(), server.origin)).toEqual({ path: '/lamp', text: KEEPER });
    expect(await marked(tab)).toBe('');

    await closeTabsAt(aside(), '/lamp');
    await cite();
    await expect.poll(() => inFront(aside(), server.origin)).toEqual({ path: '/lamp', text: KEEPER });

    await closeTabsAt(aside(), '/lamp');
    changing.set('/lamp', lamp('<p>The keeper winds the clockwork of the great lamp every three hours.</p>'));
    await cite();
    await panel.waitForText('has changed since');
    await panel.getByRole('button', { name: 'As it was read', exact: true }).click();
    await panel.getByRole('dialog', { name: 'As it was read', exact: true }).waitForText(KEEPER);
    await panel.press('Escape');

    changing.set('/lamp', lamp(''));
    await closeTabsAt(aside(), '/lamp');
    await cite();
    const stored = panel.getByRole('dialog', { name: 'As it was read', exact: true });
    await stored.waitForText('no longer on the page');
    const isInView = await panel.evaluate(() => {
      const box = document.querySelector('[aria-current="true"]')?.getBoundingClientRect();
      return box !== undefined && box.top > 0 && box.bottom < innerHeight;
    });
    expect(isInView).toBe(true);
    expect(await aside().problems()).toEqual([]);
  });
});

/** What the tab in front shows highlighted. */
function inFront(aside: ReturnType<ReturnType<typeof useAside>>, origin: string) {
  return aside.evaluateInBackground(async (from: string) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined || tab.url?.startsWith(from) !== true) return null;
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      world: 'MAIN',
      func: () => [...(CSS.highlights.get('aside-passage') ?? [])].map(String).join(''),
    });
    return { path: new URL(tab.url).pathname, text: frame?.result };
  }, origin);
}

async function closeTabsAt(aside: ReturnType<ReturnType<typeof useAside>>, path: string): Promise<void> {
  await aside.evaluateInBackground(async (end: string) => {
    const open = await chrome.tabs.query({});
    await chrome.tabs.remove(open.flatMap(({ id, url }) => (id !== undefined && url?.endsWith(end) ? [id] : [])));
  }, path);
}
