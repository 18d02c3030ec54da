import { expect, test } from 'vitest';
import {
  describeMissingPictures,
  describeUnreadPictures,
} from '../../../../lib/domain/archive/describe-unread-pictures';

test('tells pictures that could not be read from those that are gone', () => {
  expect(describeUnreadPictures(0) + describeMissingPictures(0)).toBe('');
  expect(describeUnreadPictures(1)).toBe('One picture could not be read and is not in the file.');
  expect(describeMissingPictures(2)).toBe(
    '2 pictures are not stored any more: their answers name them, but they are gone.',
  );
});
