import { expect, it } from 'vitest';
import { pluralForms } from '../../../lib/words/plural-forms';

it.each([
  ['en', ['one', 'other']],
  ['fr', ['one', 'many', 'other']],
  ['ja', ['other']],
  ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
])('%s tells apart %j', (tag, forms) => {
  expect(pluralForms(tag)).toEqual(forms);
});
