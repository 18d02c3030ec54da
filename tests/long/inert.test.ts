import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { serveCanary, type Canary } from '../e2e/support/serve-canary.ts';
import { openWatchedPanel, strayRequests, tryHostileAnswer } from '../e2e/support/try-hostile-answers.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { packAnswers } from '../support/inert/answers.ts';
import { allPayloads } from '../support/inert/corpora.ts';
import { EMBEDDING_NAMES } from '../support/inert/embeddings.ts';

// Every payload in every place, streamed in pieces that are cut anywhere. The short form is tests/e2e/inert.test.ts.

let fake: FakeProvider;
let canary: Canary;
beforeAll(async () => {
  fake = await startFakeProvider();
  canary = await serveCanary();
});
afterAll(async () => {
  await fake.close();
  await canary.close();
});

describe.each(FAMILIES)('all that a hijacked model writes in %s', (family) => {
  const aside = useAside(family, { logNetwork: true });

  beforeAll(async () => {
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
  });

  test.each(EMBEDDING_NAMES)('is text in a %s', async (place) => {
    const trials = allPayloads(canary.host).map((payload) => ({ payload, place }));
    const answers = packAnswers(trials, 60_000);
    for (const [seed, answer] of answers.entries()) {
      const panel = await openWatchedPanel(aside(), fake);
      const start = performance.now();
      expect(await tryHostileAnswer(panel, fake, answer, seed)).toEqual([]);
      expect(await strayRequests(aside(), fake)).toEqual([]);
      console.log(
        `${family}, ${place}: ${answer.markers.length} paragraphs in ${Math.round(performance.now() - start)} ms`,
      );
      await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    }
    expect(canary.requests).toEqual([]);
  });
});
