import { describe, expect, test } from 'vitest';
import type { PictureId } from '../../../../lib/domain/ids';
import { describePictureProblem } from '../../../../lib/domain/pictures/picture';
import {
  lostPictureReference,
  pictureIdsIn,
  pictureReference,
  readPictureReference,
  withoutPictures,
} from '../../../../lib/domain/pictures/picture-reference';

const picture = { id: '0a-1' as PictureId, width: 24, height: 16 };

describe('a reference to a picture', () => {
  test('is read as it was written', () => {
    expect(readPictureReference(pictureReference(picture))).toEqual(picture);
    expect(readPictureReference(lostPictureReference('broken'))).toEqual({ problem: 'broken' });
    expect(describePictureProblem('broken')).toBe('not shown: its data is broken');
  });

  test.each([
    'https://example.com/a.png',
    'aside-picture:',
    'aside-picture:a/0x5',
    'aside-picture:a/5x0',
    'aside-picture:a/123456x1',
    'aside-picture:a b/1x1',
    'aside-picture:none/constructor',
    'aside-picture:none/nothing',
    'xaside-picture:a/1x1',
  ])('is not: %s', (address) => {
    expect(readPictureReference(address)).toBeNull();
  });

  test('gives way to its words', () => {
    const text = `A ![cat \\] one](${pictureReference(picture)} "t") and ![](<aside-picture:b/1x1>) and ![x](http://a).`;
    expect(withoutPictures(text)).toBe('A [Picture: cat \\] one] and [Picture] and ![x](http://a).');
    expect(pictureIdsIn(text)).toEqual(['0a-1', 'b']);
    expect(withoutPictures('![a [b] c](aside-picture:i/1x1)')).toBe('[Picture: a [b] c]');
    expect(withoutPictures('![x](aside-picture:none/large)')).toBe('[Picture: x]');
  });

  test('is found in time in what only begins like one', () => {
    const start = performance.now();
    withoutPictures(`aside-picture:${'!['.repeat(100_000)}`);
    withoutPictures(`aside-picture:${'![a](aside-picture:a/1x1 "'.repeat(20_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
