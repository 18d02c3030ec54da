import { defineConfig } from 'wxt';
import { katexFonts } from './scripts/build/katex-fonts.ts';
import { startInFewFiles } from './scripts/build/start-in-few-files.ts';
import { trimSdks } from './scripts/build/trim-sdks.ts';
import { manifestWords } from './scripts/build/manifest-words.ts';
import { words } from './scripts/build/words.ts';

/** Design section 9: nothing may be loosened here without a page in docs/decisions. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  'media-src blob:',
  'connect-src https: http:',
  "worker-src 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html aside-worker',
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/webextension-polyfill'],
  imports: false,
  svelte: { vite: { compilerOptions: { runes: true, fragments: 'tree' } } },
  vite: () => ({
    plugins: [words(), trimSdks(), katexFonts(), startInFewFiles()],
    // The oldest browsers of the manifests: for older ones `:dir()` would become a list of languages.
    build: { cssTarget: ['chrome141', 'firefox142'] },
  }),
  // For tests: `scripts/build/pseudo-words.ts`.
  ...(process.env['ASIDE_PSEUDO'] === undefined
    ? {}
    : { outDirTemplate: '{{browser}}-mv{{manifestVersion}}-pseudo' }),
  hooks: {
    'build:publicAssets': async (_, files) => {
      files.push(...(await manifestWords()));
    },
  },
  zip: { name: 'aside' },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'activeTab',
      'scripting',
    ],
    optional_permissions: ['tabs', 'notifications', 'clipboardRead'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: CONTENT_POLICY },
    action: { default_title: '__MSG_action_title__' },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    commands: {
      'ask-selection': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_ask_selection__',
      },
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+A' },
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'aside@aside-chat.example',
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['none'],
                optional: ['websiteContent', 'personalCommunications', 'authenticationInfo'],
              },
            },
          },
        }
      : { minimum_chrome_version: '141', incognito: 'split', externally_connectable: { ids: [], matches: [] } }),
  }),
});
