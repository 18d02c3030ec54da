import { expect, test } from 'vitest';
import { passageOf } from '../../../lib/domain/passage';
import { block, snapshotRow } from '../../support/rows';

const page = snapshotRow('s', [
  block('b1', 'Middle.', { selected: true }),
  block('b2', 'First.'),
  block('b3', 'Middle.'),
  block('b4', 'Last.'),
]);

test('a passage is told from others of the same words by what stands round it', () => {
  expect(passageOf(page, 'b3', 'Mid')).toEqual({
    blockText: 'Middle.',
    quote: 'Mid',
    before: 'First.',
    after: 'Last.',
  });
  expect(passageOf(page, 'b4', '')).toMatchObject({ before: 'Middle.', after: '' });
});

test('what was selected, which stands before the page, is no neighbour and has none', () => {
  expect(passageOf(page, 'b1', '')).toEqual({ blockText: 'Middle.', quote: '' });
  expect(passageOf(page, 'b2', '')).toMatchObject({ before: '', after: 'Middle.' });
});

test('there is no passage where there is no block', () => {
  expect(passageOf(page, 'b9', 'x')).toBeUndefined();
});
