import { expect, test } from 'vitest';
import type { FilePart } from '../../../../lib/domain/attachments/attached';
import { picturePart } from '../../../../lib/domain/attachments/picture-part';
import { attachmentProblem } from '../../../../lib/domain/attachments/attachment-problem';
import type { PictureId } from '../../../../lib/domain/ids';

const picture = picturePart({ id: 'p' as PictureId, width: 1, height: 1 }, 'cat.png');
const file: FilePart = { type: 'file', name: 'a.md', origin: 'file', fence: 'f', text: 'x' };

test.each([
  ['no attachment', [], 'built-in', false, null],
  ['a picture to a model that sees', [picture], 'openai', true, null],
  ['a picture to one that does not', [file, picture], 'openai', false, 'no-sight'],
  ['a picture to one nobody knows', [picture], 'ollama', undefined, 'unknown-sight'],
  ['a picture to the browser’s own model', [picture], 'browser', undefined, 'no-sight'],
  ['a file to any model', [file], 'ollama', false, null],
  ['a file to the built-in reader', [file], 'built-in', undefined, 'reads-pages-only'],
] as const)('%s', (_what, parts, kind, sees, problem) => {
  expect(attachmentProblem(parts, kind, sees)).toBe(problem);
});
