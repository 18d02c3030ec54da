import { describe, expect, test } from 'vitest';
import { useInertStage } from '../e2e/support/inert-stage.ts';
import { openWatchedPanel, tryHostileAnswer } from '../e2e/support/try-hostile-answers.ts';
import { FAMILIES } from '../e2e/support/use-aside.ts';
import { packAnswers } from '../support/inert/answers.ts';
import { allPayloads } from '../support/inert/corpora.ts';
import { EMBEDDING_NAMES } from '../support/inert/embeddings.ts';

// Every payload in every place, streamed in pieces that are cut anywhere. The short form is tests/e2e/inert.test.ts.
// One place in one browser: `-t "firefox.*table cell"`.

describe.each(FAMILIES)('all that a hijacked model writes in %s', (family) => {
  const stage = useInertStage(family);

  test.each(EMBEDDING_NAMES)('is text in a %s', async (place) => {
    const trials = allPayloads(stage().canary.host).map((payload) => ({ payload, place }));
    const start = performance.now();
    const answers = packAnswers(trials, 60_000);
    for (const [seed, answer] of answers.entries()) {
      const panel = await openWatchedPanel(stage());
      expect(await tryHostileAnswer(stage(), panel, answer, seed)).toEqual([]);
      await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    }
    const seconds = Math.round((performance.now() - start) / 1_000);
    console.info(`${family}, ${place}: ${trials.length} payloads in ${answers.length} answers, ${seconds} s`);
  });
});
