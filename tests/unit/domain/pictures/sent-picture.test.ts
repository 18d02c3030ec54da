import { expect, test } from 'vitest';
import { bringsPictures, dataUrlOf } from '../../../../lib/domain/pictures/sent-picture';

const PIXEL = { mime: 'image/gif', data: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' } as const;

test('a picture is its own address', async () => {
  const answer = await fetch(dataUrlOf(PIXEL));
  expect(answer.headers.get('content-type')).toBe('image/gif');
  expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(PIXEL.data);
});

test('turns bring pictures where one of them does', () => {
  expect(bringsPictures([{ pictures: [PIXEL] }, {}])).toBe(true);
  expect(bringsPictures([{ pictures: [] }, {}])).toBe(false);
  expect(bringsPictures([])).toBe(false);
});
