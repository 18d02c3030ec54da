import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateTokens } from '../../../lib/domain/budget';
import { cutText } from '../../../lib/domain/cut-text';

test('the pieces of a text are the text, each short enough and no character cut in half', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.integer({ min: 1, max: 40 }),
      (text, tokens) => {
        const pieces = cutText(text, tokens).map(([from, to]) => text.slice(from, to));
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          if (piece.length > 2) expect(estimateTokens(piece)).toBeLessThanOrEqual(tokens);
          expect(piece.isWellFormed()).toBe(text.isWellFormed());
        }
      },
    ),
  );
});

test('a cut comes after a line, a sentence or a word where there is one near', () => {
  const cut = (text: string) => cutText(text, 10).map(([from, to]) => text.slice(from, to))[0];
  expect(cut(`${'a'.repeat(30)}\n${'b'.repeat(30)}`)).toBe(`${'a'.repeat(30)}\n`);
  expect(cut(`${'a'.repeat(25)}. ${'b'.repeat(30)}`)).toBe(`${'a'.repeat(25)}. `);
  expect(cut(`${'a'.repeat(25)} ${'b'.repeat(30)}`)).toBe(`${'a'.repeat(25)} `);
});
