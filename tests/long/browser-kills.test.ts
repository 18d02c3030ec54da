import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { figures } from '../e2e/support/figures.ts';
import { killBrowserAt, type BrowserKill } from '../e2e/support/kill-browser.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { seeded } from '../support/random.ts';

const KILLS = Number(process.env['ASIDE_KILLS'] ?? 30);

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('%s killed (kill -9)', (family) => {
  const aside = useAside(family);

  test(`at ${KILLS} random points of an answer keeps the question and all but the last half second`, async () => {
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
    // Settings are the browser's to write: an orderly restart makes sure that they are on disk.
    await aside().restart();
    const random = seeded(5);
    const kills: BrowserKill[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      kills.push(await killBrowserAt(1 + Math.floor(random() * 200), { aside: aside(), fake }));
    }
    for (const [name, unit] of [
      ['sent', 'words'],
      ['kept', 'words'],
      ['behind', 'ms'],
    ] as const) {
      console.info(
        `${family}, ${figures(
          name,
          kills.map((kill) => kill[name]),
          unit,
        )}`,
      );
    }
    expect(kills.filter(({ behind }) => behind > 500)).toEqual([]);
  });
});
