import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { figures } from '../e2e/support/figures.ts';
import { killWorkerAt, type WorkerKill } from '../e2e/support/kill-worker.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { seeded } from '../support/random.ts';

const KILLS = Number(process.env['ASIDE_KILLS'] ?? 50);

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('the background killed in %s', (family) => {
  const aside = useAside(family);

  test(`at ${KILLS} random points of an answer: nothing shown is lost, nothing comes twice`, async () => {
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
    const panel = await aside().openPanel();
    const random = seeded(3);
    const kills: WorkerKill[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      kills.push(await killWorkerAt(1 + Math.floor(random() * 200), { aside: aside(), panel, fake }));
    }
    for (const [name, unit] of [
      ['shown', 'characters'],
      ['lost', 'characters'],
      ['shrunk', 'times'],
      ['saidAfterKill', 'ms'],
      ['saidAfterReturn', 'ms'],
    ] as const) {
      console.info(
        `${family}, ${figures(
          name,
          kills.map((kill) => kill[name]),
          unit,
        )}`,
      );
    }
    expect(kills.filter(({ lost, shrunk }) => lost > 0 || shrunk > 0)).toEqual([]);
    expect(Math.max(...kills.map(({ saidAfterReturn }) => saidAfterReturn))).toBeLessThan(1_000);
  });
});
