import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passageOf } from '../../lib/domain/passage';
import { createPageSource } from '../../lib/page/read-tab';
import { showPassage } from '../../lib/page/show-passage';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { scriptingIn, tabInFront } from './support/scripting-in.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/dynamic');
const DYNAMIC = readdirSync(FOLDER).map((file) => file.replace('.html', ''));
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
  const dynamic = DYNAMIC.map((name) => [`/${name}`, readFileSync(join(FOLDER, `${name}.html`), 'utf8')] as const);
  server = await servePages({
    ...Object.fromEntries<string>(dynamic),
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

/** What is highlighted, whether all of it is in the right place, and whether that can be seen. */
function highlightIn(tab: BrowserPage) {
  return tab.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')].flatMap(({ contentWindow }) => contentWindow ?? []);
    const views = [window, ...frames] as (Window & typeof globalThis)[];
    const ranges = views.flatMap((view) => [...(view.CSS.highlights.get('aside-passage') ?? [])] as Range[]);
    const boxes = ranges.map((range) => range.getBoundingClientRect());
    return {
      text: ranges.map(String).join(''),
      isThere: ranges.map(String).join('').length > 20,
      isRight: ranges.every((range) => range.startContainer.parentElement?.closest('[data-truth]') != null),
      isSeen: boxes.every((box) => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight),
    };
  });
}

describe.each(FAMILIES)('citations in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });

  test.each(DYNAMIC)('lead to the passage of a page that is %s by its own scripts', async (name) => {
    const url = `${server.origin}/${name}`;
    const tab = await aside().openTab(url);
    const id = await tabInFront(aside());
    const scripting = scriptingIn(aside());
    const wanted = await tab.evaluate(async () => {
      const page = window as unknown as { ready?: Promise<unknown>; citedIndex?: number };
      await page.ready;
      const meta = (key: string) => document.querySelector(`meta[name=${key}]`)?.getAttribute('content') ?? '';
      return { cited: meta('cited'), expected: meta('expected'), index: page.citedIndex ?? 0 };
    });
    const source = createPageSource({ scripting, accessTo: async () => ({ url, granted: true }) });
    const page = await source.read(id);
    const block = page.blocks.filter(({ text }) => text.includes(wanted.cited))[wanted.index];
    const passage = passageOf(page, block?.id ?? '', wanted.cited);
    if (passage === undefined) throw new Error(`No block says: ${wanted.cited}`);
    await tab.evaluate(() => (window as unknown as { change(): Promise<unknown> }).change().then(() => null));
    expect(await showPassage(id, { passage, url, patience: 1_500 }, scripting)).toBe(wanted.expected);
    if (wanted.expected === 'missing') return;
    // What is drawn anew a moment later is marked anew a moment later.
    await expect.poll(() => highlightIn(tab)).toMatchObject({ isThere: true, isRight: true, isSeen: true });
    await tab.close();
  });

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
