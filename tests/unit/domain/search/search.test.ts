import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForFind } from '../../../../lib/domain/find-text';
import { eachGram, termMarks } from '../../../../lib/domain/search/grams';
import { hasCode, readSite, readTerms, siteNames } from '../../../../lib/domain/search/search-query';
import { snippetOf } from '../../../../lib/domain/search/snippet';

const marksOf = (text: string) => {
  const marks = new Set<number>();
  eachGram(text, 0, text.length, (one, other) => marks.add(one).add(other));
  return marks;
};

test('whatever contains a term has all of its marks', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, text, text, (before, inside, after) => {
      const [whole, term] = [foldForFind(before + inside + after), foldForFind(inside).trim()];
      fc.pre(whole.includes(term));
      expect(marksOf(whole).isSupersetOf(new Set(termMarks(term)))).toBe(true);
    }),
  );
});

test('two characters of a script without spaces say something, and three of the others', () => {
  expect(termMarks(foldForFind('東京')).length).toBeGreaterThan(0);
  expect(termMarks(foldForFind('ยาว')).length).toBeGreaterThan(0);
  expect(termMarks('to')).toEqual([]);
  expect(termMarks('fog').length).toBeGreaterThan(0);
});

test('words are looked for each, phrases as they stand, all folded', () => {
  expect(readTerms('  Über die "Große  Brücke" über ')).toEqual(['uber', 'die', 'große brucke']);
  expect(readTerms('„eins zwei“ drei')).toEqual(['eins zwei', 'drei']);
  expect(readTerms('"half typed')).toEqual(['half typed']);
  expect(readTerms(' "" ')).toEqual([]);
});

test('a site is found by its host, its ends and its parts', () => {
  expect(siteNames('https://docs.example.com:8080/a')).toEqual(
    expect.arrayContaining(['docs.example.com', 'example.com', 'docs', 'example']),
  );
  expect(siteNames('no address')).toEqual([]);
  expect(readSite(' HTTPS://Docs.Example.com:8080/a?b')).toBe('docs.example.com');
});

test('a block of code is told from a word in code', () => {
  expect(hasCode('Look:\n\n```js\nx\n```')).toBe(true);
  expect(hasCode('- item\n  ~~~\n  x\n  ~~~')).toBe(true);
  expect(hasCode('Use ```x``` or `y`.')).toBe(false);
});

test('a snippet shows the hits as they were written, on one line, and where it was cut', () => {
  const text = `${'Long before. '.repeat(20)}Then the **Große\nBrücke** opened.${' Long after.'.repeat(30)}`;
  const parts = snippetOf(text, ['große brucke', 'opened']);
  expect(parts.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['Große Brücke', 'opened']);
  expect(parts[0]).toEqual({ text: '…', isHit: false });
  expect(parts.at(-1)).toEqual({ text: '…', isHit: false });
  const whole = parts.map((part) => part.text).join('');
  expect(whole.length).toBeLessThan(180);
  expect(whole).not.toContain('*');
  expect(snippetOf('Short.', [])).toEqual([{ text: 'Short.', isHit: false }]);
});

test('a hit far into a long text has its snippet there', () => {
  const text = `${'x '.repeat(50_000)}needle and more`;
  expect(snippetOf(text, ['needle']).some(({ isHit }) => isHit)).toBe(true);
});

test('a snippet shows the hit wherever it is, among spaces, letters and marks that fold to fewer or more', () => {
  const filler = fc.string({
    unit: fc.constantFrom('a', 'É', 'e\u0301', ' ', '\n    ', '한', 'ﬃ', '\u00ad', '😀', '東', 'İ', '  \t '),
    minLength: 0,
    maxLength: 60,
  });
  fc.assert(
    fc.property(filler, filler, fc.integer({ min: 0, max: 120 }), (before, after, times) => {
      const parts = snippetOf(`${before.repeat(times)} Nadel ${after}`, ['nadel']);
      expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Nadel']);
    }),
  );
});
