import { describe, expect, test } from 'vitest';
import { base64Size, bytesOfBase64 } from '../../../../lib/domain/pictures/base64';
import { inspectPicture } from '../../../../lib/domain/pictures/inspect-picture';
import { readPicture } from '../../../support/read-picture';

const bytesOf = (name: string) => bytesOfBase64(readPicture(name)) ?? new Uint8Array();
const textBytes = (text: string) => new TextEncoder().encode(text);

describe('a picture', () => {
  test.each([
    ['photo.png', 'image/png'],
    ['photo.jpg', 'image/jpeg'],
    ['photo.gif', 'image/gif'],
    ['photo.webp', 'image/webp'],
    ['lossless.webp', 'image/webp'],
    ['photo.avif', 'image/avif'],
  ])('%s is known by its bytes, with its size', (name, mime) => {
    expect(inspectPicture(bytesOf(name))).toEqual({ mime, width: 24, height: 16 });
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'vector'],
    ['\uFEFF <?xml version="1.0"?><svg/>', 'vector'],
    ['%PDF-1.7', 'type'],
    ['GIF87', 'type'],
    ['', 'type'],
  ])('is none that is text: %j', (text, problem) => {
    expect(inspectPicture(textBytes(text))).toEqual({ problem });
  });

  test('has its size in every beginning, or is broken; nothing reads past the end', () => {
    for (const name of ['photo.png', 'photo.jpg', 'photo.gif', 'photo.webp', 'lossless.webp', 'photo.avif']) {
      const bytes = bytesOf(name);
      for (let length = 0; length < bytes.length; length++) {
        const found = inspectPicture(bytes.slice(0, length));
        if ('problem' in found) expect(['type', 'broken', 'vector']).toContain(found.problem);
        else expect(found.width * found.height).toBeGreaterThan(0);
      }
    }
  });

  test('of too many pixels is not drawn', () => {
    const png = bytesOf('photo.png').slice();
    const view = new DataView(png.buffer);
    for (const [width, height, is] of [
      [16_385, 1, true],
      [16_384, 1, false],
      [8_000, 6_250, false],
      [8_000, 6_251, true],
      [0xffffffff, 0xffffffff, true],
    ] as const) {
      view.setUint32(16, width);
      view.setUint32(20, height);
      const found = inspectPicture(png);
      expect('problem' in found && found.problem === 'dimensions', `${width}x${height}`).toBe(is);
    }
  });
});

test('base64 tells its size, and what is none is told', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'abcd']) {
    expect(base64Size(btoa(text))).toBe(text.length);
    expect(bytesOfBase64(btoa(text))).toEqual(textBytes(text));
  }
  expect(bytesOfBase64('A=B=')).toBeNull();
  expect(bytesOfBase64(btoa('abcdef'), 5)).toEqual(textBytes('abc'));
});
