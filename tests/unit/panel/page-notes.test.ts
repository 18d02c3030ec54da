import { expect, it } from 'vitest';
import { sayPageNote } from '../../../lib/panel/page-notes';

it.each([
  'The page is empty.',
  'The page shows no text.',
  'The page is very large: only its first part was read.',
  'The page shows nothing yet: this is the text that it holds back.',
  'The page shows nothing: this is its version for browsers without scripts.',
  'The page is drawn as a picture (canvas) and has no text.',
  'These are the title and the description that it gives of itself.',
  'The page could not be read: TypeError',
  '1 frame of another site could not be read.',
  '12 hidden pieces of text left out.',
  'A note of an older version.',
])('says in English what the reader wrote: %s', (note) => {
  expect(sayPageNote(note)).toBe(note);
});
