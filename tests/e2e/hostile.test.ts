import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { connectProvider } from './support/connect-provider.ts';
import { stopHostile, streamHostile } from './support/hostile-stream.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

// Parts of each, but for those that are short; tests/long/hostile.test.ts streams the whole of them and tells the figures.
const SHORT = {
  chromium: ['quotes', 'line/10', 'list/20', 'ladder/20', 'table/20', 'code/9', 'formula/10'],
  firefox: ['quotes', 'line/20', 'table/40'],
} as const;

/** A frozen panel takes minutes. In milliseconds, of processor time in Chromium; Firefox has only the time of the clock. */
const LONGEST = { chromium: 400, firefox: 2_000 } as const;

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('hostile answers in %s', (family) => {
  const aside = useAside(family);
  beforeAll(() => connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' }));

  test('are shown to their end, and the panel stays awake', async () => {
    const panel = await aside().openPanel();
    for (const name of SHORT[family]) {
      const { longest, busiest } = await streamHostile({ aside: aside(), fake }, panel, `hostile:${name}`);
      expect(family === 'chromium' ? busiest : longest, name).toBeLessThan(LONGEST[family]);
    }
  });

  test('are stopped in their middle', async () => {
    const panel = await aside().openPanel();
    const { shown } = await stopHostile({ aside: aside(), fake }, panel, 'hostile-open:line/4', 20);
    expect(shown).toBeLessThan(5_000);
  });
});
