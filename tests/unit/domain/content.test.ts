import { expect, test } from 'vitest';
import { goesOnFrom, textLength, textOf, type ContentPart } from '../../../lib/domain/content';

const text = (words: string): ContentPart => ({ type: 'text', text: words });
const reasoning = (words: string): ContentPart => ({ type: 'reasoning', text: words });

test('the visible text leaves reasoning out', () => {
  expect(textOf([reasoning('Hm.'), text('One '), text('two')])).toBe('One two');
  expect(textLength([reasoning('Hm.'), text('One '), text('two')])).toBe(7);
});

test.each([
  ['a longer last part', [text('One two')], [text('One')]],
  ['a part more', [reasoning('Hm.'), text('One')], [reasoning('Hm.')]],
  ['a longer last part and one more', [reasoning('Hm. So.'), text('One')], [reasoning('Hm.')]],
  ['anything after nothing', [text('One')], []],
])('%s goes on from what was there', (_, longer, shorter) => {
  expect(goesOnFrom(longer, shorter)).toBe(true);
  expect(goesOnFrom(shorter, longer)).toBe(false);
});

test.each([
  ['the same', [text('One')], [text('One')]],
  ['nothing after nothing', [], []],
  ['another text', [text('Two and more')], [text('One')]],
  ['another kind', [reasoning('One two')], [text('One')]],
  ['an earlier part that is longer', [reasoning('Hm. So.'), text('One')], [reasoning('Hm.'), text('One')]],
])('%s does not go on from it', (_, longer, shorter) => {
  expect(goesOnFrom(longer, shorter)).toBe(false);
});
