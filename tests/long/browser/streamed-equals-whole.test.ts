import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstDifference, showWhole, streamChunks } from '../../component/markdown/stream-markdown.svelte';
import { cutAt, cuts } from '../../support/markdown/cuts';
import { LONG_ANSWERS } from '../../support/markdown/long-answers';
import { wellFormed } from '../../support/markdown/well-formed';

/** The long answers, and all of them as one. */
const texts = [...LONG_ANSWERS.map(({ text }) => text), LONG_ANSWERS.map(({ text }) => text).join('\n\n')];
const CUTS = 5_000;

it(`${CUTS} random cuts of long answers end as the document of the whole text, node for node`, () => {
  const wholes = new Map<string, HTMLElement>();
  for (const text of texts) wholes.set(text, showWhole(text).root);
  let compared = 0;
  fc.assert(
    fc.property(fc.constantFrom(...texts), cuts, (text, places) => {
      const streamed = streamChunks(cutAt(text, places));
      const whole = wholes.get(text);
      expect(whole && firstDifference(streamed.root, whole)).toBeNull();
      streamed.remove();
      compared += 1;
    }),
    { numRuns: CUTS, seed: 20 },
  );
  expect(compared).toBe(CUTS);
});

it('so do 1,000 random answers, a character at a time', () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      const streamed = streamChunks(text.split(''));
      const whole = showWhole(text);
      expect(firstDifference(streamed.root, whole.root)).toBeNull();
      streamed.remove();
      whole.remove();
    }),
    { numRuns: 1_000, seed: 21 },
  );
});
