import { describe, expect, test } from 'vitest';
import { alsoMeant } from '../../../../lib/domain/relevance/also-meant';
import { stem, termsOfWord, wordsOf } from '../../../../lib/domain/relevance/terms';

const meant = (question: string) => alsoMeant(question, new Set(wordsOf(question).flatMap(termsOfWord)));

describe('what may be meant', () => {
  test('is words of the same sense, and what such questions are answered with', () => {
    expect([...meant('Who wrote it?')]).toEqual(expect.arrayContaining([stem('author'), stem('written')]));
    expect([...meant('How heavy is it?')]).toEqual(expect.arrayContaining([stem('weight'), stem('kg')]));
  });

  test('is nothing that was asked for already, and nothing for a word that stands alone', () => {
    expect(meant('What does it cost?').has(stem('cost'))).toBe(false);
    expect(meant('Thanks!').size).toBe(0);
  });
});
