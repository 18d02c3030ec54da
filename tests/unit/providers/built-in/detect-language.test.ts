import { expect, test } from 'vitest';
import { detectLanguage } from '../../../../lib/providers/built-in/detect-language';

test.each([
  ['en', 'The tower was built by the pilots and is open to all.'],
  ['de', 'Die Mühle wurde von einem Müller gebaut und ist heute ein Museum.'],
  ['fr', 'La maison est dans la vallée et les visites sont gratuites pour les enfants.'],
  ['es', 'La casa está en el valle y los niños entran sin pagar porque es de todos.'],
  ['pt', 'A casa fica no vale e não é preciso pagar para entrar com os filhos.'],
  ['it', 'La casa è nella valle e non si paga per entrare con i bambini.'],
  ['nl', 'Het huis staat in het dal en je hoeft niet te betalen om naar binnen te gaan.'],
  ['ja', '温泉は谷にある小さな湯治場です。'],
  ['zh', '这座桥是什么时候建成的?'],
  ['ru', 'Когда был построен этот мост?'],
])('tells %s without a declaration', (code, text) => {
  expect(detectLanguage(text, null).code).toBe(code);
});

test('believes the declared language where the words don’t clearly speak against it', () => {
  expect(detectLanguage('Is a keto diet a good idea?', 'en').code).toBe('en');
  expect(detectLanguage('Öffnungszeiten', 'de-AT').code).toBe('de');
  expect(detectLanguage('Wann wurde die Brücke von den Bürgern und für die Stadt gebaut?', 'en').code).toBe('de');
});

test('takes a declared language that it knows nothing about', () => {
  expect(detectLanguage('Hvar er brúin?', 'is').code).toBe('is');
});
