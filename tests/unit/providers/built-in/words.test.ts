import { expect, test } from 'vitest';
import { languageOf } from '../../../../lib/providers/built-in/languages';
import { termsOf } from '../../../../lib/providers/built-in/terms';
import { foldAccents, wordsOf } from '../../../../lib/providers/built-in/words';

test('parts letters from digits and drops thousands separators', () => {
  expect(wordsOf('It cost 14,200.50 in H2O, l’eau')).toEqual([
    'it',
    'cost',
    '14200.50',
    'in',
    'h',
    '2',
    'o',
    'l',
    'eau',
  ]);
});

test('spells out English negations', () => {
  expect(wordsOf("can't, doesn’t, won't")).toEqual(['not', 'does', 'not', 'not']);
});

test('cuts scripts without spaces into pairs and leaves out pairs that are only Hiragana', () => {
  expect(wordsOf('東京タワーは')).toEqual(['東京', '京タ', 'タワ', 'ワー', 'ーは']);
  expect(wordsOf('です')).toEqual([]);
});

test('folds accents', () => {
  expect(foldAccents('Zürich, Straße, cœur, smørrebrød')).toBe('Zurich, Strasse, coeur, smorrebrod');
});

test.each([
  ['en', 'bridges were built', 'building a bridge'],
  ['en', 'colours of the fibre', 'the color of fibers'],
  ['en', 'how tall', 'the height'],
  ['de', 'die Häuser', 'das Haus'],
  ['fr', 'les maisons étaient gratuites', 'une maison gratuite'],
  ['es', 'los caminos cerrados', 'el camino cerrado'],
])('gives kin words one term in %s: %s, %s', (code, one, other) => {
  const language = languageOf(code);
  expect(termsOf(one, language).sort()).toEqual(termsOf(other, language).sort());
});

test('leaves out function words', () => {
  expect(termsOf('when is it the one of a kind', languageOf('en'))).toEqual(['1', 'kind']);
});
