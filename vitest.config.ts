import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browsers/find-browser.ts';
import { namedPackages } from './tests/support/named-packages.ts';

const extensionApi = { 'wxt/browser': '@wxt-dev/webextension-polyfill/browser' };

/** What components need in order to run in a page. Vitest writes into it: each project takes its own. */
const inChromium = () => ({
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true, fragments: 'tree' } })],
  resolve: { conditions: ['browser'], alias: extensionApi },
  optimizeDeps: {
    include: [
      ...namedPackages([
        'components/**/*.{svelte,ts}',
        'lib/{domain,engine,markdown,messaging,page,panel,storage}/**/*.ts',
        'tests/component/**/*.ts',
      ]),
    ],
  },
});

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath: findBrowser('chromium'), args: ['--no-sandbox', '--disable-quic'] },
  }),
  instances: [{ browser: 'chromium' as const, viewport: { width: 400, height: 820 } }],
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Generous: several of these run every split of an answer through a real server.
          testTimeout: 30_000,
          include: ['tests/unit/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
        },
      },
      {
        ...inChromium(),
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          browser: chromium(),
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          environment: 'node',
          include: ['tests/long/**/*.test.ts'],
          exclude: ['tests/long/browser/**'],
          fileParallelism: false,
          testTimeout: 3_600_000,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 300_000,
        },
      },
      {
        ...inChromium(),
        test: {
          name: 'long-browser',
          include: ['tests/long/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
          browser: chromium(),
        },
      },
    ],
  },
});
