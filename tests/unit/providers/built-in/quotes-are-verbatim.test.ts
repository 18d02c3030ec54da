import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, BlockKind } from '../../../../lib/domain/page';
import { snapshotOf } from '../../../fixtures/reader/read-fixture';
import { askReader, renderedQuotes, requestFor } from '../../../support/ask-reader';

const WORDS = [
  'bridge',
  'opened',
  '1932',
  'Dr.',
  'Smith?',
  'keeper',
  '*light*',
  '[b2]',
  '<b>',
  '\\n',
  '#',
  '1.',
  '- x',
  '東京',
  '|',
];
const piece = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(' ', '  ', '\n', '. ', '! ', '\t', '\r\n'),
  fc.string({ unit: 'grapheme' }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(' '));
const kinds = fc.constantFrom<BlockKind>('paragraph', 'list', 'table', 'code', 'quote', 'heading');
const blocks = fc
  .array(fc.record({ kind: kinds, text, headings: fc.array(text, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) => some.map((block, index): Block => ({ ...block, id: `b${index + 1}` })));
const question = fc.oneof(
  fc.constantFrom(
    'When was the bridge opened?',
    'Who is Smith?',
    '東京はいつ?',
    'keeper light 1932',
    'Summarise this page',
  ),
  text,
);

test('every quote of every answer, rendered, stands in its block to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, question, fc.constantFrom('en', 'de', 'ja', null), async (some, asked, language) => {
      const answer = await askReader(requestFor(asked, snapshotOf(some, language, 'A page')));
      for (const quote of renderedQuotes(answer)) {
        expect(quote.text).not.toBe('');
        expect(some.find(({ id }) => id === quote.blockId)?.text).toContain(quote.text);
      }
    }),
    { numRuns: 400 },
  );
});
