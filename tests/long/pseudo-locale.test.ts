import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AsideBrowser, BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { launchAside } from '../../scripts/browsers/launch-aside.ts';

// A build in a language that nobody speaks: `scripts/build/pseudo-words.ts`.
const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3-pseudo');
const PICTURES = join(import.meta.dirname, '../../test-results/pseudo-locale');

/** Names, and what is a sign in every language. */
const NAMES =
  /^(?:Aside|OpenAI|Anthropic|Ollama|English|Enter|Shift\+Enter|Escape|Markdown|conversations\.json|Hello|https?:\S+|[\w.-]+\.(?:com|ai|example)|\{\w+\}|Alt\+\S+|[\d\W_]*)$/;

/** What does not fit on a page as it is, and what stands there without brackets; found in the page. */
function look(): { readonly clipped: string[]; readonly bare: string[] } {
  const clipped: string[] = [];
  const bare: string[] = [];
  const isMeant = (element: Element) =>
    element.closest('[data-part], pre, code, svg, .visually-hidden, [dir=auto]:not(button), option') !== null;
  /** In a sentence that has marks. */
  const isWithin = (element: Element) => element.parentElement?.textContent.includes('[') === true;
  for (const element of document.querySelectorAll('body *')) {
    if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || isMeant(element)) continue;
    const own = Array.from(element.childNodes, (node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''))
      .join('')
      .trim();
    const { overflowX, textOverflow } = getComputedStyle(element);
    const hides = overflowX === 'hidden' || overflowX === 'clip';
    const name = `${element.localName}.${element.className}: ${(own || element.textContent).trim().slice(0, 60)}`;
    if (own !== '' && hides && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
      clipped.push(`cut: ${name}`);
    if (own !== '' && (box.left < -1 || box.right > innerWidth + 1)) clipped.push(`beyond the view: ${name}`);
    if (
      own !== '' &&
      /\p{L}{2,}/u.test(own) &&
      !own.includes('[') &&
      !own.includes(']') &&
      !isWithin(element) &&
      !element.closest('[lang]:not(html)')
    )
      bare.push(own);
    for (const attribute of ['aria-label', 'title', 'placeholder']) {
      const said = element.getAttribute(attribute) ?? '';
      if (/\p{L}{2,}/u.test(said) && !said.includes('[')) bare.push(said);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) clipped.push('the page scrolls sideways');
  return { clipped, bare: [...new Set(bare)] };
}

describe('in a language that is 40 % longer', () => {
  let aside: AsideBrowser;

  beforeAll(async () => {
    await promisify(execFile)('npx', ['wxt', 'build'], { env: { ...process.env, ASIDE_PSEUDO: '1' } });
    aside = await launchAside('chromium', { extension: EXTENSION });
  });
  afterAll(() => aside.close());

  async function check(page: BrowserPage, name: string): Promise<void> {
    for (const [dir, width] of [
      ['ltr', 320],
      ['rtl', 360],
    ] as const) {
      await page.setViewport(width, 800);
      await page.evaluate((wanted) => void (document.documentElement.dir = wanted), dir);
      await page.screenshot(join(PICTURES, `${name}-${dir}.png`));
      const { clipped, bare } = await page.evaluate(look);
      expect.soft(clipped, `${name}, ${dir}`).toEqual([]);
      expect
        .soft(
          bare.filter((text) => !NAMES.test(text.trim())),
          `${name}, ${dir}`,
        )
        .toEqual([]);
    }
    await page.evaluate(() => void (document.documentElement.dir = 'ltr'));
  }

  it('the panel fits, and says nothing in English', async () => {
    const panel = await aside.openPage('sidepanel.html');
    const field = panel.locate('textarea').first();
    await field.waitFor();
    await check(panel, 'empty');
    await field.fill('Hello');
    await field.press('Enter');
    await panel.locate('article[aria-busy="false"]:last-child').last().waitFor();
    await check(panel, 'answer');
    await panel.locate('header button').first().click();
    await panel.locate('[role=dialog], aside, .drawer, [data-line]').first().waitFor();
    await check(panel, 'chats');
    await panel.press('Escape');
    await panel.locate('header button').last().click();
    await panel.locate('[role=menu]').first().waitFor();
    await check(panel, 'menu');
    await panel.close();
  });

  it('the settings fit, and say nothing in English', async () => {
    const page = await aside.openPage('options.html');
    await page.locate('h2#about').waitFor();
    await check(page, 'settings');
    await page.locate('section[aria-labelledby=providers] > div > button').first().click();
    await page.locate('form input').first().waitFor();
    await check(page, 'provider');
    await page.close();
  });

  it('the page for files fits, and says nothing in English', async () => {
    const page = await aside.openPage('workbench.html');
    await page.locate('h2').first().waitFor();
    await check(page, 'files');
    await page.close();
  });
});
