import { expect, test } from 'vitest';
import { describeRefusal } from '../../../../lib/domain/attachments/describe-refusal';
import {
  MOST_ATTACHMENTS,
  MOST_FILE_BYTES,
  MOST_FILE_LENGTH,
} from '../../../../lib/domain/attachments/file-limits';
import { MOST_PICTURES } from '../../../../lib/domain/pictures/picture-limits';

test('a refusal names the file, says why and what to do', () => {
  expect(describeRefusal('a.heic', 'heic')).toBe(
    '“a.heic” was not attached: browsers can’t read HEIC. Save it as JPEG first.',
  );
  expect(describeRefusal('', 'broken')).toBe('This picture was not attached: the picture is damaged.');
});

test('the limits that are told are the limits that hold', () => {
  expect(describeRefusal('a', 'too-long')).toContain(MOST_FILE_LENGTH.toLocaleString('en'));
  expect(describeRefusal('a', 'large')).toContain(`${MOST_FILE_BYTES / 1024 / 1024} MB`);
  expect(describeRefusal('a', 'many')).toContain(`${MOST_ATTACHMENTS} attachments`);
  expect(describeRefusal('a', 'many-pictures')).toContain(`${MOST_PICTURES} pictures`);
});
