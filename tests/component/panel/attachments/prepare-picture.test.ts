import { describe, expect, it } from 'vitest';
import { inspectPicture } from '../../../../lib/domain/pictures/inspect-picture';
import { bytesOfBase64 } from '../../../../lib/domain/pictures/base64';
import { preparePicture, type PreparedPicture } from '../../../../lib/panel/attachments/prepare-picture';

const LIMITS = { side: 100, bytes: 1_000_000 };

/** Draws the left half red, the right half blue; `noise` fills it with what compresses badly. */
async function drawn(width: number, height: number, type: string, noise = false): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas');
  context.fillStyle = 'red';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'blue';
  context.fillRect(width / 2, 0, width / 2, height);
  if (noise) {
    const image = context.getImageData(0, 0, width, height);
    let seed = 1;
    image.data.forEach((_, at) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      image.data[at] = at % 4 === 3 ? 255 : seed >>> 24;
    });
    context.putImageData(image, 0, 0);
  }
  return canvas.convertToBlob({ type });
}

/** A JPEG that says it was taken with the camera turned right (EXIF orientation 6: turn it by 90° to see it upright). */
async function turned(jpeg: Blob): Promise<Blob> {
  const exif = [
    ...[
      0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08,
    ],
    ...[
      0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ],
  ];
  return new Blob([await jpeg.slice(0, 2).arrayBuffer(), new Uint8Array(exif), await jpeg.slice(2).arrayBuffer()]);
}

function sizeOf(prepared: PreparedPicture): readonly [string, number, number] | string {
  if ('refusal' in prepared) return prepared.refusal;
  const { mime, width, height, data } = prepared.picture;
  const bytes = bytesOfBase64(data);
  expect(bytes && inspectPicture(bytes)).toEqual({ mime, width, height });
  return [mime, width, height];
}

/** The colour at a place, as shares of the sides. */
async function colourAt(prepared: PreparedPicture, x: number, y: number): Promise<string> {
  if ('refusal' in prepared) return prepared.refusal;
  const bitmap = await createImageBitmap(prepared.blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const [red = 0, , blue = 0] = context?.getImageData(bitmap.width * x, bitmap.height * y, 1, 1).data ?? [];
  return red > blue ? 'red' : 'blue';
}

describe('preparePicture', () => {
  it.each([
    ['image/png', 'image/png'],
    ['image/jpeg', 'image/jpeg'],
    ['image/webp', 'image/jpeg'],
  ])('scales a %s to the longest side as %s, and leaves a small one its size', async (type, made) => {
    expect(sizeOf(await preparePicture(await drawn(400, 200, type), LIMITS))).toEqual([made, 100, 50]);
    expect(sizeOf(await preparePicture(await drawn(40, 20, type), LIMITS))).toEqual([made, 40, 20]);
  });

  it('draws a photo upright, without what stood in its file', async () => {
    const photo = await turned(await drawn(400, 200, 'image/jpeg'));
    const prepared = await preparePicture(photo, LIMITS);
    expect(sizeOf(prepared)).toEqual(['image/jpeg', 50, 100]);
    // Turned right, the left half comes to stand on top.
    expect([await colourAt(prepared, 0.5, 0.2), await colourAt(prepared, 0.5, 0.8)]).toEqual(['red', 'blue']);
    const { data } = 'picture' in prepared ? prepared.picture : { data: '' };
    expect(atob(data)).not.toContain('Exif');
  });

  it('makes a picture that is too many bytes a smaller one', async () => {
    const noise = await drawn(300, 300, 'image/png', true);
    const limits = { side: 300, bytes: 60_000 };
    const prepared = await preparePicture(noise, limits);
    expect(sizeOf(prepared)).toMatchObject(['image/jpeg', expect.any(Number), expect.any(Number)]);
    expect('blob' in prepared && prepared.blob.size).toBeLessThanOrEqual(limits.bytes);
    expect(sizeOf(await preparePicture(noise, { side: 300, bytes: 100 }))).toBe('large');
  });

  it('says why something is no picture that can go', async () => {
    const png = await drawn(40, 20, 'image/png');
    const heic = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic0000mif1')]);
    expect(sizeOf(await preparePicture(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), LIMITS))).toBe(
      'vector',
    );
    expect(sizeOf(await preparePicture(new Blob([heic]), LIMITS))).toBe('heic');
    expect(sizeOf(await preparePicture(new Blob(['BM..........']), LIMITS))).toBe('type');
    expect(sizeOf(await preparePicture(png.slice(0, 40), LIMITS))).toBe('broken');
  });
});
