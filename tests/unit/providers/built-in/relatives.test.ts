import { expect, test } from 'vitest';
import { languageOf } from '../../../../lib/providers/built-in/languages';
import { predicatesOf } from '../../../../lib/providers/built-in/predicates';
import { relativesOf } from '../../../../lib/providers/built-in/relatives';

function relatives(term: string, vocabulary: readonly string[], code: string): string[] {
  return relativesOf(term, vocabulary, languageOf(code)).map((relative) => relative.term);
}

test('finds derivations by their beginning', () => {
  expect(relatives('invest', ['investor', 'invent', 'interest', 'invest'], 'en')).toEqual(['investor']);
});

test('finds the parts of German compounds, and compounds of a part', () => {
  expect(relatives('bruck', ['eisenbahnbruck', 'bruckenbau', 'stuck'], 'de')).toEqual([
    'eisenbahnbruck',
    'bruckenbau',
  ]);
  expect(relatives('muhlenhaus', ['haus', 'maus'], 'de')).toEqual(['haus']);
  expect(relatives('house', ['lighthouse'], 'en')).toEqual([]);
});

test('leaves numbers and pairs of characters alone', () => {
  expect(relatives('1932', ['19321'], 'en')).toEqual([]);
  expect(relatives('東京', ['東京都'], 'ja')).toEqual([]);
});

test.each([
  ['en', 'How did the engineers discover the crack?', ['discover']],
  ['en', 'Who designed the lighthouse?', ['designed']],
  ['de', 'Wer hat die Mühle gegründet?', ['hat', 'die', 'gegründet']],
  ['fr', 'Qui a fondé la ferme ?', ['fondé']],
])('tells what is done from what it is about in %s: %s', (code, question, predicates) => {
  expect([...predicatesOf(question, code)]).toEqual(predicates);
});
