import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { stopHostile, streamHostile } from '../e2e/support/hostile-stream.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';
import type { Burden } from '../e2e/support/watch-hostile.ts';
import { HOSTILE_ANSWERS } from '../support/fake-provider/hostile-answers.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';

// The short form is tests/e2e/hostile.test.ts. One answer in one browser: `-t "firefox.*table"`.

const NAMES = Object.keys(HOSTILE_ANSWERS);
/** Where an answer is stopped, as a part of all that is shown of it. */
const PLACES = { 'at its first words': 0, 'in its middle': 0.5, 'near its end': 0.9 } as const;

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('hostile answers in %s', (family) => {
  const aside = useAside(family);
  beforeAll(() => connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' }));

  function tell(what: string, { longest, busiest, heap }: Burden, more: string): void {
    const figures =
      family === 'chromium'
        ? ` (${busiest.toFixed(0)} ms of processor time), heap at most ${(heap / 1e6).toFixed(0)} MB`
        : '';
    console.info(`${family}, ${what}: longest task ${longest.toFixed(0)} ms${figures}, ${more}`);
  }

  test.each(NAMES)('%s is shown to its end, and is stopped wherever it is', async (name) => {
    const stage = { aside: aside(), fake };
    const panel = await aside().openPanel();
    const whole = await streamHostile(stage, panel, `hostile:${name}`);
    tell(name, whole, `${whole.elements} elements, ${(whole.took / 1_000).toFixed(1)} s`);
    if (family === 'chromium') {
      expect(whole.busiest).toBeLessThan(200);
      expect(whole.heap).toBeLessThan(300e6);
    }
    for (const [place, part] of Object.entries(PLACES)) {
      const stopped = await stopHostile(stage, panel, `hostile-open:${name}`, part * whole.elements);
      const { cut, shown } = stopped;
      tell(
        `${name}, stopped ${place}`,
        stopped,
        `cut after ${cut.toFixed(0)} ms, said so after ${shown.toFixed(0)} ms`,
      );
      expect(shown, place).toBeLessThan(5_000);
    }
  });
});
