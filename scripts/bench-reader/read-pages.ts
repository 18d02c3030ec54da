import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import type { PageText } from '../../lib/domain/page.ts';
import { servePages } from '../bench-extract/labelled-pages.ts';
import { findBrowser } from '../browsers/find-browser.ts';

/** A page as the built page reader gives it, beside all the text that the browser shows. */
export interface ReadPage {
  readonly page: PageText;
  readonly visibleText: string;
}

const BUILT_READER = new URL('../../.output/chrome-mv3/page-reader.js', import.meta.url);

/** Reads pages of a data folder in Chromium with the built page reader. Keyed by the pages' ids. */
export async function readPages(folder: string, ids: readonly string[]): Promise<Map<string, ReadPage>> {
  const built = readFileSync(BUILT_READER, 'utf8').replace(/pageReader;\s*$/, 'return pageReader;');
  const server = await servePages(folder);
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    args: ['--no-sandbox', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const pages = new Map<string, ReadPage>();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('**', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    for (const id of ids) pages.set(id, await readPage(page, `${server.origin}/${id}`, built));
  } finally {
    await browser.close();
    server.close();
  }
  return pages;
}

async function readPage(page: Page, url: string, built: string): Promise<ReadPage> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return {
    page: await page.evaluate<PageText>(`Promise.resolve((() => { ${built} })())`),
    visibleText: await page.evaluate<string>('document.body.innerText + "\\n" + document.body.textContent'),
  };
}
