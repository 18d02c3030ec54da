import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { connectProvider } from './support/connect-provider.ts';
import { killBrowserAt } from './support/kill-browser.ts';
import { killWorkerAt } from './support/kill-worker.ts';
import { beginPage, serveEndlessPage, speakOfSilenceSoon, STOP_STATES, stopIn } from './support/stop-delays.ts';
import { streamToOneChat } from './support/stream-to-panels.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

// The long forms are in tests/long (worker-kills, browser-kills, panels, silent-thinking) and hold the figures themselves; here is three times the slack.

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('nothing is lost in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });
  beforeAll(() => connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' }));

  test('where the background is killed early and late', async () => {
    const panel = await aside().openPanel();
    for (const words of [5, 60]) {
      const kill = await killWorkerAt(words, { aside: aside(), panel, fake });
      expect(kill).toMatchObject({ lost: 0, shrunk: 0 });
      expect(kill.saidAfterReturn).toBeLessThan(3_000);
    }
  });

  test('where Stop is pressed, whatever the run does', async () => {
    await speakOfSilenceSoon({ aside: aside() });
    const { url, server } = await serveEndlessPage();
    const tab = await aside().firstTab();
    await tab.bringToFront();
    await beginPage(tab, url);
    const panel = await aside().openPanel();
    for (const state of STOP_STATES) {
      const { screen, server: atServer } = await stopIn(state, { panel, fake });
      expect(Math.max(screen, atServer ?? 0), state).toBeLessThan(1_000);
    }
    server.closeAllConnections();
    server.close();
    await aside().closePanel();
  });

  test('where two windows watch', () => streamToOneChat({ aside: aside(), fake }, 2));

  test('where the browser is killed', async () => {
    await aside().restart();
    expect((await killBrowserAt(60, { aside: aside(), fake })).behind).toBeLessThanOrEqual(1_500);
  });
});
