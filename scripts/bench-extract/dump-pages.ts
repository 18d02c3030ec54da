import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from '../browsers/find-browser.ts';
import { bundle } from './bundle.ts';
import { readLabels, servePages } from './labelled-pages.ts';
import type { DumpedPage } from './replay-page.ts';

/** What the reader gathers from every labelled page of a folder, by a browser, or from the cache that it then writes. */
export async function dumpPages(folder: string, cache: string | undefined): Promise<DumpedPage[]> {
  if (cache !== undefined && existsSync(cache)) {
    return readFileSync(cache, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as DumpedPage);
  }
  const program = await bundle('dump-page.ts', 'iife');
  const server = await servePages(folder);
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    args: ['--no-sandbox', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('**', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    const found: DumpedPage[] = [];
    for (const label of readLabels(folder)) {
      await page.goto(`${server.origin}/${label.id}`, { waitUntil: 'domcontentloaded' });
      const json = String(await page.evaluate(`${program}; JSON.stringify(asideDump())`));
      found.push({ ...label, ...(JSON.parse(json) as Omit<DumpedPage, keyof typeof label>) });
    }
    if (cache !== undefined) writeFileSync(cache, found.map((one) => `${JSON.stringify(one)}\n`).join(''));
    return found;
  } finally {
    await browser.close();
    server.close();
  }
}
