import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { figures } from '../e2e/support/figures.ts';
import {
  beginPage,
  serveEndlessPage,
  speakOfSilenceSoon,
  stopIn,
  STOP_STATES,
  type StopDelay,
} from '../e2e/support/stop-delays.ts';
import {
  runAtOnce,
  stopFromEach,
  streamToNobody,
  streamToOneChat,
  streamToOwnChats,
} from '../e2e/support/stream-to-panels.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';

const STOPS = Number(process.env['ASIDE_STOPS'] ?? 20);

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('panels in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });
  const stage = () => ({ aside: aside(), fake });
  beforeAll(() => connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' }));

  test('with none, an answer is written to its end', () => streamToNobody(stage()));

  test.each([1, 2, 4])('with %i on one chat, all end as it is stored', (count) => streamToOneChat(stage(), count));

  test.each([1, 2, 4])('with %i on chats of their own, each has its own', (count) =>
    streamToOwnChats(stage(), count),
  );

  test('six runs at once are all written to their end', async () => {
    expect(await runAtOnce(stage(), 6)).toBe(6);
  });

  test('any of four panels stops a run', () => stopFromEach(stage(), 4));

  test(`Stop takes effect in every state, ${STOPS} times each`, async () => {
    await speakOfSilenceSoon(stage());
    const { url, server } = await serveEndlessPage();
    const tab = await aside().firstTab();
    await tab.bringToFront();
    const panel = await aside().openPanel();
    for (const state of STOP_STATES) {
      if (state === 'reading') await beginPage(tab, url);
      const delays: StopDelay[] = [];
      while (delays.length < STOPS) delays.push(await stopIn(state, { panel, fake }));
      const screen = delays.map((delay) => delay.screen);
      const atServer = delays.flatMap((delay) => delay.server ?? []);
      console.info(`${family}, ${figures(`Stop while ${state}, screen`, screen)}`);
      if (atServer.length > 0) console.info(`${family}, ${figures(`Stop while ${state}, server`, atServer)}`);
      expect(Math.max(...screen, ...atServer)).toBeLessThan(1_000);
    }
    server.closeAllConnections();
    server.close();
  });
});
