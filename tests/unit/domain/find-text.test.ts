import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countHits, foldForFind, foldWithPlaces, hitsIn } from '../../../lib/domain/find-text';

describe('foldForFind', () => {
  test.each([
    ['Zügspitze', 'zugspitze'],
    ['CAFÉ\u00a0au\n  lait', 'cafe au lait'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['أَحْمَد', 'احمد'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['İstanbul', 'istanbul'],
    ['ﬁne', 'fine'],
  ])('%j is compared as %j', (text, folded) => {
    expect(foldForFind(text)).toBe(folded);
  });
});

describe('foldWithPlaces', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('a', 'É', 'e\u0301', ' ', '\n', 'Σ', '한', 'ﬁ', '\u00ad', '😀', '¨', 'İ', '\u0301'),
    }),
  );

  test('folds character by character to the same as all at once', () => {
    fc.assert(fc.property(text, (each) => foldWithPlaces(each).text === foldForFind(each)));
  });

  test('names a place for every unit, in order', () => {
    fc.assert(
      fc.property(text, (each) => {
        const { text: folded, places } = foldWithPlaces(each);
        expect(places).toHaveLength(folded.length + 1);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect(places.at(-1)).toBe(each.length);
      }),
    );
  });
});

describe('hits', () => {
  test('do not overlap, and an empty query has none', () => {
    expect(hitsIn('aaaa', 'aa')).toEqual([0, 2]);
    expect(hitsIn('abc', '')).toEqual([]);
    expect([countHits('banana', 'an'), countHits('banana', '')]).toEqual([2, 0]);
  });

  test('are as many as are counted', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b') });
    fc.assert(fc.property(letters, letters, (all, some) => countHits(all, some) === hitsIn(all, some).length));
  });
});
