import { expect, test } from 'vitest';
import { attachedOf, type FilePart } from '../../../../lib/domain/attachments/attached';
import { nameOf, picturePart, readPicturePart } from '../../../../lib/domain/attachments/picture-part';
import type { PictureId } from '../../../../lib/domain/ids';

const picture = { id: 'p-1' as PictureId, width: 640, height: 480 };
const file: FilePart = { type: 'file', name: 'a.csv', origin: 'file', fence: 'f', text: 'a,b' };

test.each(['cat.png', 'a [very] odd\\name] (1).png', '', '猫 🐈.jpg', '![x](y)'])(
  'a picture keeps its name %j and knows its row',
  (name) => {
    const part = picturePart(picture, name);
    expect(readPicturePart(part)).toEqual({ name, reference: picture });
    expect(nameOf(part)).toBe(name);
  },
);

test('a name is one line, of at most 200 characters', () => {
  expect(nameOf(picturePart(picture, `a\n\tb${'c'.repeat(300)}`))).toBe(`a b${'c'.repeat(197)}`);
});

test('what is no picture of ours has no reference', () => {
  expect(readPicturePart({ type: 'picture', text: '![x](https://example.com/a.png)' }).reference).toBeNull();
  expect(readPicturePart({ type: 'picture', text: 'anything' })).toEqual({ name: '', reference: null });
});

test('what goes with a question is told apart from its words', () => {
  const part = picturePart(picture, 'cat.png');
  expect(attachedOf([part, file, { type: 'text', text: 'Why?' }])).toEqual([part, file]);
  expect(attachedOf([{ type: 'text', text: 'Why?' }])).toEqual([]);
  expect(nameOf(file)).toBe('a.csv');
});
