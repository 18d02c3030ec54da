import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownStream, type MarkdownDocument } from '../../../lib/markdown/markdown-stream';
import { LONG_ANSWERS } from '../../support/markdown/long-answers';
import { flicker, pictureOf, type Picture } from '../../support/markdown/picture';
import { COMMONMARK_EXAMPLES, GFM_EXAMPLES, type Example } from '../../support/markdown/spec-examples';
import { UNAVOIDABLE } from '../../support/markdown/unavoidable';
import { wellFormed } from '../../support/markdown/well-formed';

/**
 * Where a text flickers when it comes one character at a time. Any larger chunks show some of the same pictures: where
 * each is the beginning of the next, so is each of fewer.
 */
function flickersOf(text: string): readonly string[] {
  const stream = createMarkdownStream();
  const found: string[] = [];
  let before: Picture = [];
  const see = ({ finished, tail }: MarkdownDocument, end: number) => {
    const picture = pictureOf([...finished, ...tail]);
    const broken = flicker(before, picture);
    if (broken !== null) found.push(`${broken} at ${JSON.stringify(text.slice(Math.max(0, end - 30), end))}`);
    before = picture;
  };
  for (let end = 1; end <= text.length; end++) see(stream.append(text[end - 1] ?? ''), end);
  see(stream.finish(), text.length);
  return found;
}

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
      { numRuns: 150 },
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
