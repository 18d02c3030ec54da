import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceSpans } from '../../../../lib/providers/built-in/sentences';

function sentences(text: string, tag = 'en'): string[] {
  return sentenceSpans(text, tag).map(({ start, end }) => text.slice(start, end));
}

test('cuts at sentence ends and line breaks', () => {
  expect(sentences('One is here. Two is there!\n\n Three')).toEqual(['One is here.', 'Two is there!', 'Three']);
  expect(sentences('温泉です。宿は七軒です。', 'ja')).toEqual(['温泉です。', '宿は七軒です。']);
});

test('does not cut at abbreviations and initials', () => {
  expect(sentences('Dr. Smith met J. R. Brown. They left.')).toEqual(['Dr. Smith met J. R. Brown.', 'They left.']);
});

test('cuts very long sentences at a clause or a word', () => {
  const parts = sentences(`${'many words in a row, '.repeat(60)}end`);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(400);
    expect(part).toMatch(/^(?:many|end)/);
  }
});

test('gives spans in order that together hold all but white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      const spans = sentenceSpans(text, 'en');
      let at = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start).trim()).toBe('');
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});
