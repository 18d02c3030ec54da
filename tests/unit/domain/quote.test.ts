import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteForComposer, splitQuotes } from '../../../lib/domain/quote';

describe('quoteForComposer', () => {
  test('keeps line breaks of every kind and leaves room below', () => {
    expect(quoteForComposer(' one\r\n\r\ntwo\rthree\n')).toBe('> one\n>\n> two\n> three\n\n');
  });
});

describe('splitQuotes', () => {
  test('cuts a question into quoted and own passages, in order', () => {
    expect(splitQuotes('> a\n> b\n\nWhy?\n>\n> c\nAnd?')).toEqual([
      { quoted: true, text: 'a\nb' },
      { quoted: false, text: 'Why?' },
      { quoted: true, text: 'c' },
      { quoted: false, text: 'And?' },
    ]);
  });

  test('takes only a quotation mark with a space for one', () => {
    expect(splitQuotes('>b\nx > y')).toEqual([{ quoted: false, text: '>b\nx > y' }]);
    expect(splitQuotes('')).toEqual([]);
  });

  test('gives back whatever was selected, and the question under it', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '>', ' ', 'é', '😀') });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const selection = lines.join('\n').trim();
        fc.pre(selection !== '');
        expect(splitQuotes(`${quoteForComposer(selection)}Why?`)).toEqual([
          { quoted: true, text: selection },
          { quoted: false, text: 'Why?' },
        ]);
      }),
    );
  });
});
