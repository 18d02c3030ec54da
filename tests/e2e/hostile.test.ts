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

/** A frozen panel takes minutes; a busy machine takes a while. In milliseconds. */
const LONGEST = 2_000;

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
      const { longest } = await streamHostile({ aside: aside(), fake }, panel, `hostile:${name}`);
      if (!Number.isNaN(longest)) expect(longest, name).toBeLessThan(LONGEST);
    }
  });

  test('are stopped in their middle', async () => {
    const panel = await aside().openPanel();
    const { stopped } = await stopHostile({ aside: aside(), fake }, panel, 'hostile-open:line/4');
    expect(stopped).toBeLessThan(5_000);
  });
});
