import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Each ban says what to do instead: the message is the documentation. */

const HTML_SINK =
  'Text becomes markup here, and what a model writes must stay text: build nodes, or set textContent.';
const RUNS_TEXT = 'Our content policy forbids running text as code in both browsers: write a function.';
const SLEEP =
  'A timed sleep is slow when all is well and too short when it is not: wait for what you need (vi.waitFor, expect.poll, a locator, an event) or pass a fake clock.';

const EVERYWHERE = [
  { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]', message: HTML_SINK },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
    message: HTML_SINK,
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: HTML_SINK,
  },
  { selector: "CallExpression[callee.name='eval']", message: RUNS_TEXT },
  {
    selector: "NewExpression[callee.name='Function'], CallExpression[callee.name='Function']",
    message: RUNS_TEXT,
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'Our content policy refuses style attributes: set element.style.setProperty or use a class.',
  },
  {
    selector: 'TSEnumDeclaration',
    message: 'No enums: a union of string literals has no runtime and an exhaustive switch over it.',
  },
];

const SIDE_PANEL = {
  selector: 'MemberExpression[property.name=/^(sidePanel|sidebarAction)$/]',
  message:
    'Chrome and Firefox differ here, and a gesture is over after the first await: call lib/platform/side-panel.ts.',
};

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by name, so that it is called the same everywhere and search finds it.',
};

const STATIC_STYLE = {
  selector: "SvelteAttribute[key.name='style']",
  message: 'Our content policy refuses style attributes: use a class, or a style: directive for what changes.',
};

const SLEEPS = [
  {
    selector:
      "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout'][arguments.length>1][arguments.1.value!=0]",
    message: SLEEP,
  },
  { selector: 'CallExpression[callee.name=/^(sleep|delay)$/]', message: SLEEP },
];

const EXTENSION_API =
  'The extension API is named in one place: import { browser } from lib/platform/browser, or better a wrapper beside it.';

const API_GLOBALS = [
  { name: 'chrome', message: EXTENSION_API },
  { name: 'browser', message: EXTENSION_API },
];

const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: 'Nothing goes out that nobody asked for: requests are made by a provider, through createGuardedFetch.',
}));

const API_IMPORTS = ['wxt/browser', 'webextension-polyfill', '@wxt-dev/webextension-polyfill/browser'].map(
  (name) => ({ name, message: EXTENSION_API }),
);

const WAIT_IMPORTS = ['node:timers/promises', 'timers/promises'].map((name) => ({ name, message: SLEEP }));

const SOURCE = ['lib/**/*.ts', 'components/**/*.ts', 'entrypoints/**/*.ts'];
const MARKUP = ['components/**/*.svelte', 'entrypoints/**/*.svelte', 'lib/**/*.svelte'];
const TESTS = ['tests/**/*.ts'];

const NAMED_UNUSED = [
  'error',
  { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
];

/** A default is for unions of others, such as wire events; a switch without one names every case. */
const EXHAUSTIVE = ['error', { considerDefaultExhaustiveForUnions: true }];

export default ts.config(
  { ignores: ['.output/', '.wxt/', '.cache/', 'node_modules/', 'tests/fixtures/', 'public/'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': EXHAUSTIVE,
      '@typescript-eslint/no-unused-vars': NAMED_UNUSED,
      'no-restricted-syntax': ['error', ...EVERYWHERE, SIDE_PANEL, DEFAULT_EXPORT, STATIC_STYLE],
      'no-restricted-globals': ['error', ...API_GLOBALS],
      'no-restricted-imports': ['error', { paths: API_IMPORTS }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An async function may keep a contract that is async for others.
      '@typescript-eslint/require-await': 'off',
      // Services are closures: their methods have no this.
      '@typescript-eslint/unbound-method': 'off',
      // The types of the DOM promise what strangers' pages do not keep, and narrowing forgets what a callback changes.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      'no-control-regex': 'off',
      'no-misleading-character-class': ['error', { allowEscape: true }],
      // An AbortSignal's reason is whatever its owner gave.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      // A Set that a function makes for itself is no state.
      'svelte/prefer-svelte-reactivity': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
  },
  { files: [...SOURCE, ...MARKUP], rules: { 'no-restricted-globals': ['error', ...API_GLOBALS, ...NETWORK] } },
  {
    files: MARKUP,
    // Imports of .svelte files have no types here (svelte-check sees to those); promises and switches are worth it.
    rules: {
      ...ts.configs.disableTypeChecked.rules,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': EXHAUSTIVE,
    },
  },
  { files: ['lib/platform/browser.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['lib/providers/network/guarded-fetch.ts'],
    rules: { 'no-restricted-globals': ['error', ...API_GLOBALS] },
  },
  {
    files: ['lib/platform/side-panel.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, DEFAULT_EXPORT] },
  },
  // WXT takes an entry point from its default export, tools their configuration; packages of others are as they are.
  {
    files: ['entrypoints/**/*.ts', '*.config.{ts,js}', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, SIDE_PANEL] },
  },
  {
    files: ['scripts/**/*.ts', ...TESTS],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  // Functions that are evaluated inside the extension have nothing but the global.
  { files: ['scripts/browsers/**', 'tests/e2e/**'], rules: { 'no-restricted-globals': 'off' } },
  // Old pages hide text by what is deprecated; typing into a field has no newer way.
  {
    files: ['lib/page/dom/**', 'scripts/browsers/**'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, DEFAULT_EXPORT, ...SLEEPS],
      'no-restricted-imports': ['error', { paths: [...API_IMPORTS, ...WAIT_IMPORTS] }],
    },
  },
  // A server that answers slowly is what its scenarios are about.
  {
    files: ['tests/support/fake-provider/**'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, DEFAULT_EXPORT],
      'no-restricted-imports': ['error', { paths: API_IMPORTS }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
);
