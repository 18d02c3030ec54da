import { describe, expect, test } from 'vitest';
import { gramsOfWord, stem, termsOfWord, wordsOf } from '../../../../lib/domain/relevance/terms';

describe('what is compared of words', () => {
  test('is the same of their forms and of both spellings of English', () => {
    for (const forms of [
      ['open', 'opens', 'opened', 'opening'],
      ['fibre', 'fiber', 'fibres'],
      ['colour', 'color', 'colours'],
      ['travelling', 'traveling', 'travelled'],
      ['organise', 'organizes', 'organisation', 'organized'],
      ['comment', 'comments'],
    ]) {
      expect(new Set(forms.map(stem)).size, forms.join()).toBe(1);
    }
    expect(new Set(['car', 'care', 'cart', 'chart'].map(stem)).size).toBe(4);
  });

  test('leaves out words that say nothing, but none that says something in another language', () => {
    expect(wordsOf('How are Comments written? Où est la clé?')).toEqual(['comments', 'written', 'cle']);
  });

  test('is pairs of letters where words are not spaced, and pieces of four elsewhere', () => {
    expect(termsOfWord('開通式')).toEqual(['開通', '通式']);
    expect(gramsOfWord('開通式典')).toEqual([]);
    expect(gramsOfWord('fence')).toEqual(['_fen', 'fenc', 'ence', 'nce_']);
    expect(gramsOfWord('ice')).toEqual([]);
  });
});
