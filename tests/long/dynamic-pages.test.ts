import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passageOf } from '../../lib/domain/passage';
import { createPageSource } from '../../lib/page/read-tab';
import { showPassage } from '../../lib/page/show-passage';
import { highlightIn } from '../e2e/support/highlight-in.ts';
import { scriptingIn, tabInFront } from '../e2e/support/scripting-in.ts';
import { servePages, type PageServer } from '../e2e/support/serve-pages.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/dynamic');
const DYNAMIC = readdirSync(FOLDER).map((file) => file.replace('.html', ''));

let server: PageServer;
beforeAll(async () => {
  const pages = DYNAMIC.map((name) => [`/${name}`, readFileSync(join(FOLDER, `${name}.html`), 'utf8')] as const);
  server = await servePages(Object.fromEntries<string>(pages));
});
afterAll(() => server.close());

describe.each(FAMILIES)('citations in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });

  test.each(DYNAMIC)('lead to their passage in the page %s, changed by its own scripts', async (name) => {
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
});
