import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flickersOf } from '../support/markdown/flickers-of';
import { wellFormed } from '../support/markdown/well-formed';

const ANSWERS = 10_000;

it(`${ANSWERS} random answers that close what they open never flicker, a character at a time`, () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      expect(flickersOf(text)).toEqual([]);
    }),
    { numRuns: ANSWERS },
  );
});
