import { ESLint } from 'eslint';
import { describe, expect, test, vi } from 'vitest';

// The first one loads all plugins, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The bans of eslint.config.js, tried on code that breaks them. Rules that need types are left to `npm run lint`. */
const BANS = /^(no-restricted-(syntax|imports|globals)|svelte\/no-at-html-tags)$/;

const linter = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => BANS.test(ruleId),
});

async function objections(filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await linter.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => (ruleId === null ? `broken: ${message}` : message));
}

const svelte = (markup: string) => `<script lang="ts">\n  let x = $state('');\n</script>\n\n${markup}\n`;

describe('lint forbids', () => {
  test.each([
    ['{@html}', 'components/ui/A.svelte', svelte('{@html x}'), 'XSS'],
    ['a style attribute', 'components/ui/A.svelte', svelte('<p style="color: red">{x}</p>'), 'style: directive'],
    ['innerHTML', 'lib/panel/a.ts', "document.body.innerHTML = '';", 'textContent'],
    ['outerHTML', 'lib/panel/a.ts', "document.body.outerHTML = '';", 'textContent'],
    [
      'innerHTML in markup',
      'components/ui/A.svelte',
      svelte('<p {@attach (e) => { e.innerHTML = x; }}></p>'),
      'nodes',
    ],
    ['insertAdjacentHTML', 'lib/panel/a.ts', "document.body.insertAdjacentHTML('beforeend', '');", 'textContent'],
    ['setHTMLUnsafe', 'lib/panel/a.ts', "document.body.setHTMLUnsafe('');", 'textContent'],
    ['document.write', 'lib/panel/a.ts', "document.write('');", 'textContent'],
    ['eval', 'lib/panel/a.ts', "eval('1');", 'write a function'],
    ['new Function', 'lib/panel/a.ts', "new Function('return 1');", 'write a function'],
    [
      'wxt/browser',
      'lib/page/a.ts',
      "import { browser } from 'wxt/browser'; browser.tabs;",
      'lib/platform/browser',
    ],
    ['the polyfill', 'entrypoints/a.ts', "import b from 'webextension-polyfill'; b.tabs;", 'lib/platform/browser'],
    ['chrome', 'entrypoints/background/a.ts', 'void chrome.tabs;', 'lib/platform/browser'],
    ['browser', 'components/ui/A.svelte', svelte('<p>{browser.i18n.x}{x}</p>'), 'lib/platform/browser'],
    ['sidePanel.open', 'entrypoints/background/a.ts', 'api.sidePanel.open({});', 'lib/platform/side-panel'],
    ['fetch', 'lib/panel/a.ts', "void fetch('https://a.example');", 'createGuardedFetch'],
    ['an enum', 'lib/domain/a.ts', 'export enum A { B }', 'union of string literals'],
    ['a default export', 'lib/domain/a.ts', 'export default 1;', 'by name'],
    [
      'a sleep in a test',
      'tests/unit/a.test.ts',
      'await new Promise((done) => setTimeout(done, 50));',
      'vi.waitFor',
    ],
    ['sleep()', 'tests/e2e/a.test.ts', 'await sleep(50);', 'vi.waitFor'],
    [
      'a timer promise',
      'tests/e2e/a.test.ts',
      "import { setTimeout as s } from 'node:timers/promises'; s(1);",
      'vi.waitFor',
    ],
  ])('%s', async (_what, path, code, lesson) => {
    expect(await objections(path, code)).toEqual([expect.stringContaining(lesson)]);
  });
});

describe('lint allows', () => {
  test.each([
    ['wxt/browser in its one place', 'lib/platform/browser.ts', "export { browser } from 'wxt/browser';"],
    ['sidePanel in its one place', 'lib/platform/side-panel.ts', 'api.sidePanel.open({});'],
    ['a style directive', 'components/ui/A.svelte', svelte('<p style:color={x}>{x}</p>')],
    [
      'the default export of an entry point',
      'entrypoints/a.ts',
      'export default defineUnlistedScript(() => undefined);',
    ],
    ['the same without its zero', 'tests/unit/a.test.ts', 'await new Promise((done) => setTimeout(done));'],
    [
      'a turn of the event loop in a test',
      'tests/unit/a.test.ts',
      'await new Promise((done) => setTimeout(done, 0));',
    ],
  ])('%s', async (_what, path, code) => {
    expect(await objections(path, code)).toEqual([]);
  });
});
