import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIfChanged } from '../../scripts/build-aside.ts';

/** What ships, word for word: to loosen any of it, change it here too and write a page in docs/decisions. */
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "media-src blob:; connect-src https: http:; worker-src 'self'; frame-src 'none'; frame-ancestors 'none'; " +
  "form-action 'none'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; " +
  'trusted-types svelte-trusted-html aside-worker';

const PERMISSIONS = ['storage', 'unlimitedStorage', 'contextMenus', 'activeTab', 'scripting'];

const BOTH = [
  'action',
  'background',
  'commands',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'optional_host_permissions',
  'optional_permissions',
  'options_ui',
  'permissions',
  'version',
];

const BUILDS = {
  chromium: {
    folder: '.output/chrome-mv3',
    permissions: ['sidePanel', 'offscreen', ...PERMISSIONS],
    keys: [...BOTH, 'externally_connectable', 'incognito', 'minimum_chrome_version', 'side_panel'],
  },
  firefox: {
    folder: '.output/firefox-mv3',
    permissions: PERMISSIONS,
    keys: [...BOTH, 'browser_specific_settings', 'sidebar_action'],
  },
} as const;

/** A header of one of the SDKs: where it stands, a provider is. */
const PROVIDER_MARK = /x-api-key/i;

// From the sources as they are, so that an old build can't pass for them.
beforeAll(async () => {
  await buildIfChanged('chromium');
  await buildIfChanged('firefox');
});

describe.each(['chromium', 'firefox'] as const)('the build for %s', (family) => {
  const { folder, permissions, keys } = BUILDS[family];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const manifest = () => JSON.parse(read('manifest.json')) as Record<string, unknown>;
  const filesEnding = (ending: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));

  test('asks for exactly these permissions', () => {
    expect(manifest()).toMatchObject({
      manifest_version: 3,
      permissions,
      optional_permissions: ['tabs', 'notifications', 'clipboardRead'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
    });
  });

  test('has exactly this content policy', () => {
    expect(manifest()['content_security_policy']).toEqual({ extension_pages: CONTENT_POLICY });
  });

  test('has nothing in its manifest that is not named here: no host, content script or web-accessible file', () => {
    expect(Object.keys(manifest()).sort()).toEqual([...keys].sort());
  });

  test('cuts every page off from the network and runs no inline script in it', () => {
    const pages = filesEnding('.html');
    expect(pages.sort()).toEqual(['options.html', 'print.html', 'sidepanel.html', 'workbench.html']);
    for (const page of pages) {
      const html = read(page);
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
      // The workbench alone has a worker, of our own files.
      const workers = page === 'workbench.html' ? "'self'" : "'none'";
      expect(policy?.[1], page).toBe(`connect-src 'none'; worker-src ${workers}`);
      expect(policy?.index, page).toBeLessThan(html.indexOf('<script'));
      for (const [, attributes = '', body = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
        expect(body.trim(), page).toBe('');
        expect(attributes, page).toMatch(/ src="\/[\w./-]+"/);
      }
      expect(html, page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|(?:src|href)="(?!\/[^/])/i);
    }
  });

  test('has its providers in the background and in no page', () => {
    expect(read('background.js')).toMatch(PROVIDER_MARK);
    const others = filesEnding('.js').filter((path) => path !== 'background.js');
    expect(others.length).toBeGreaterThan(4);
    expect(others.filter((path) => PROVIDER_MARK.test(read(path)))).toEqual([]);
  });

  test('has a background without import(), which a service worker refuses', () => {
    expect(dynamicImports(read('background.js'))).toBe(0);
    expect(dynamicImports('const a = "import(x)"; import("./a.js");')).toBe(1);
  });
});

test('the build for Chrome names its oldest version, keeps incognito apart and takes messages from nobody', () => {
  const manifest: unknown = JSON.parse(readFileSync('.output/chrome-mv3/manifest.json', 'utf8'));
  expect(manifest).toMatchObject({
    minimum_chrome_version: '141',
    incognito: 'split',
    externally_connectable: { ids: [], matches: [] },
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
  });
});

test('the build for Firefox says what it sends, and opens nothing by itself', () => {
  const manifest: unknown = JSON.parse(readFileSync('.output/firefox-mv3/manifest.json', 'utf8'));
  expect(manifest).toMatchObject({
    background: { scripts: ['background.js'] },
    sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
    browser_specific_settings: {
      gecko: {
        strict_min_version: '142.0',
        data_collection_permissions: {
          required: ['none'],
          optional: ['websiteContent', 'personalCommunications', 'authenticationInfo'],
        },
      },
    },
  });
});

/** What Mozilla's linter may say: code of libraries that our content policy keeps from running, or that we don't call. */
const KNOWN_WARNINGS = [
  // Vega's expression compiler; charts use its interpreter.
  /^DANGEROUS_EVAL chunks\/draw-chart-/,
  // Prism's highlightElement; we take its tokens.
  /^UNSAFE_VAR_ASSIGNMENT chunks\/prism-core-/,
  // Its grammar of Markdown has a hook for that same highlightElement.
  /^UNSAFE_VAR_ASSIGNMENT chunks\/prism-markdown-/,
  // zip.js can load codecs by an address; it is given none.
  /^UNSAFE_VAR_ASSIGNMENT archive-worker\.js$/,
  // Defuddle, on the copy of the page that it is given.
  /^UNSAFE_VAR_ASSIGNMENT page-reader\.js$/,
];

test('Mozilla’s linter finds no error in the build for Firefox, and no new warning', async () => {
  const { errors, warnings } = await lintAddon(BUILDS.firefox.folder);
  expect(errors).toEqual([]);
  console.log(`addons-linter: 0 errors, ${warnings.length} warnings\n${[...new Set(warnings)].join('\n')}`);
  expect(warnings.filter((warning) => !KNOWN_WARNINGS.some((known) => known.test(warning)))).toEqual([]);
});

interface Finding {
  readonly code: string;
  readonly file?: string;
}

async function lintAddon(folder: string): Promise<{ errors: readonly string[]; warnings: readonly string[] }> {
  const linter = join('node_modules', 'addons-linter', 'bin', 'addons-linter');
  const run = promisify(execFile)(process.execPath, [linter, '--output', 'json', folder], {
    maxBuffer: 64 * 1024 * 1024,
  });
  // It exits with 1 where it finds an error, having said which.
  const { stdout } = await run.catch((failure: unknown) => failure as { stdout: string });
  const report = JSON.parse(stdout) as {
    readonly errors: readonly Finding[];
    readonly warnings: readonly Finding[];
  };
  const lines = (found: readonly Finding[]) => found.map(({ code, file }) => `${code} ${file ?? ''}`);
  return { errors: lines(report.errors), warnings: lines(report.warnings) };
}

function dynamicImports(script: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) count += 1;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('background.js', script, ts.ScriptTarget.Latest));
  return count;
}
