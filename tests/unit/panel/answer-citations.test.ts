import { expect, test } from 'vitest';
import { createAnswerCitations } from '../../../lib/panel/answer-citations';
import { block, snapshotRow } from '../../support/rows';

const page = snapshotRow('s', [
  block('b1', 'The bridge opened in 1932.', { headings: ['History'] }),
  block('b3', 'The tunnel opened in 1992.'),
]);
const passageOf = (id: string) => {
  const found = page.blocks.find((each) => each.id === id);
  return found && { block: found, pageId: page.id, page };
};
const text = 'One [b9]. Two [b3]. Three [b1], [b3].';
const citations = createAnswerCitations(() => text, passageOf);

test('numbers the blocks that there are by their first mention, and says where they stand', () => {
  expect(citations.cite('b3')).toEqual({ number: 1, quote: 'The tunnel opened in 1992.', place: [page.title] });
  expect(citations.cite('b1')).toMatchObject({ number: 2, place: [page.title, 'History'] });
  expect(citations.cite('b9')).toBeUndefined();
});

test('judges what is said by the page of what is cited', () => {
  const said = (claim: string, ids: readonly string[]) => citations.judge({ text: claim, ids }, null).kind;
  expect(said('It opened in 1932', ['b1'])).toBe('fine');
  expect(said('It opened in 1933', ['b1'])).toBe('check');
  expect(said('They opened in 1932 and 1992', ['b1', 'b3'])).toBe('fine');
  expect(said('Who knows in 1933', ['b9'])).toBe('fine');
  expect(citations.judge({ text: '', ids: ['b1'] }, 'The bridge fell.').kind).toBe('not-found');
});

test('tells what a block is about', () => {
  expect(citations.isAbout({ text: 'The bridge opened', ids: ['b1'] }, 'b1')).toBe(true);
  expect(citations.isAbout({ text: 'Vitamins are healthy', ids: ['b1'] }, 'b1')).toBe(false);
  expect(citations.isAbout({ text: 'The bridge opened', ids: ['b9'] }, 'b9')).toBe(false);
});
