import { expect, test } from 'vitest';
import { isAbout } from '../../../../lib/domain/claims/is-about';
import { block } from '../../../support/rows';

const bridge = block('b12', 'The bridge was opened on 19 March 1932 by the mayor.', { headings: ['Opening'] });

test.each([
  ['The opening of the bridge was in 1932', true],
  ['The mayor opened it in March', true],
  ['Vitamins are found in broccoli and in cabbage', false],
  ['The array holds elements', false],
  ['', false],
])('a block about a bridge has to do with %j: %s', (text, expected) => {
  expect(isAbout({ text }, bridge)).toBe(expected);
});
