import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleFrom } from '../../../lib/domain/title';

describe('titleFrom', () => {
  test('is the first own line', () => {
    expect(titleFrom('When was it built?')).toBe('When was it built?');
    expect(titleFrom('\n  > quoted\n\n  What   does\tthis mean?  \nmore')).toBe('What does this mean?');
  });

  test('is the quotation where there is nothing else', () => {
    expect(titleFrom('>\n> the passage\n> goes on')).toBe('the passage');
    expect(titleFrom('')).toBe('');
  });

  test('is cut at a word, or anywhere where there is none', () => {
    const title = titleFrom('one two three four five six seven eight nine ten eleven twelve thirteen');
    expect(title).toBe('one two three four five six seven eight nine ten eleven…');
    expect(titleFrom('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
    expect(titleFrom('x'.repeat(60))).toBe('x'.repeat(60));
    expect(titleFrom(`x${'😀'.repeat(40)}`)).toBe(`x${'😀'.repeat(29)}…`);
  });

  test('is one short line and never half a character', () => {
    const words = fc.string({ unit: fc.constantFrom('a', '😀', ' ', '\n', '>', '👩‍👩‍👧') });
    fc.assert(
      fc.property(words, (question) => {
        const title = titleFrom(question);
        expect(title.isWellFormed()).toBe(true);
        expect(title.length).toBeLessThanOrEqual(61);
        expect(title).not.toContain('\n');
      }),
    );
  });
});
