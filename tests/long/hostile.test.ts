import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { stopHostile, streamHostile, type HostileRun } from '../e2e/support/hostile-stream.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';
import { HOSTILE_ANSWERS } from '../support/fake-provider/hostile-answers.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';

const NAMES = Object.keys(HOSTILE_ANSWERS);

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('hostile answers in %s', (family) => {
  const aside = useAside(family);
  const tell = (name: string, { longest, heap, stopped }: HostileRun) =>
    console.info(
      `${family}, ${name}: longest task ${longest.toFixed(0)} ms, heap ${(heap / 1e6).toFixed(0)} MB, ` +
        `stopped after ${stopped.toFixed(0)} ms`,
    );
  beforeAll(() => connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' }));

  test.each(NAMES)('%s is shown to its end', async (name) => {
    const panel = await aside().openPanel();
    const run = await streamHostile({ aside: aside(), fake }, panel, `hostile:${name}`);
    tell(name, run);
    if (family === 'chromium') expect(run.heap).toBeLessThan(300e6);
  });

  test.each(NAMES)('%s is stopped in its middle', async (name) => {
    const panel = await aside().openPanel();
    const run = await stopHostile({ aside: aside(), fake }, panel, `hostile-open:${name}`);
    tell(name, run);
    expect(run.stopped).toBeLessThan(5_000);
  });

  test('a million tokens are stopped in their middle, and the heap stays small', async () => {
    const panel = await aside().openPanel();
    const run = await stopHostile({ aside: aside(), fake }, panel, 'mixed:1000000/4');
    tell('a million tokens', run);
    if (family === 'chromium') expect(run.heap).toBeLessThan(300e6);
  });
});
