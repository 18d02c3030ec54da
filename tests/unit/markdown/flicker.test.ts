import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flickersOf } from '../../support/markdown/flickers-of';
import { LONG_ANSWERS } from '../../support/markdown/long-answers';
import { COMMONMARK_EXAMPLES, GFM_EXAMPLES, type Example } from '../../support/markdown/spec-examples';
import { UNAVOIDABLE } from '../../support/markdown/unavoidable';
import { wellFormed } from '../../support/markdown/well-formed';

function flickering(examples: readonly Example[]): readonly number[] {
  return examples.filter(({ markdown }) => flickersOf(markdown).length > 0).map(({ number }) => number);
}

function documented(specification: 'commonmark' | 'gfm'): readonly number[] {
  const numbers = Object.values(UNAVOIDABLE).flatMap(
    (of: Partial<Record<string, readonly number[]>>) => of[specification] ?? [],
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

describe('what was seen of a streaming answer stays where and what it is', { timeout: 60_000 }, () => {
  it('in every answer that closes what it opens', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(flickersOf(text)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it.each(LONG_ANSWERS.filter(({ name }) => name !== 'letter' && name !== 'references'))(
    'in the long answer $name',
    ({ text }) => {
      expect(flickersOf(text)).toEqual([]);
    },
  );

  it.each([
    [
      'letter',
      [
        'recast at ".*Structure',
        'recast at ".*second part',
        'recast at ".*Words',
        'gone at ".*style guide',
        'gone at ".*names stay',
      ],
    ],
    ['references', ['gone at ".*protocol']],
  ])('in the long answer %s, but for what could not be known', (name, expected) => {
    const text = LONG_ANSWERS.find((answer) => answer.name === name)?.text ?? '';
    expect(flickersOf(text)).toEqual(expected.map((place) => expect.stringMatching(place)));
  });

  it('in every example of CommonMark and GFM, but for what could not be known', () => {
    expect(flickering(COMMONMARK_EXAMPLES)).toEqual(documented('commonmark'));
    expect(flickering(GFM_EXAMPLES)).toEqual(documented('gfm'));
  });
});
