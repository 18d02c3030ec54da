import { expect, it } from 'vitest';
import { imageAvatar } from '../../../lib/panel/image-avatar';

async function picture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Canvases draw.');
  context.fillStyle = 'red';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'blue';
  context.fillRect(width / 4, 0, width / 2, height);
  return canvas.convertToBlob();
}

it('a picture becomes a small square of its middle', async () => {
  const url = await imageAvatar(await picture(400, 200));
  expect(url).toMatch(/^data:image\/png;base64,/);
  const image = new Image();
  image.src = url;
  await image.decode();
  expect([image.width, image.height]).toEqual([96, 96]);
  const canvas = new OffscreenCanvas(96, 96);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  for (const [x, y] of [
    [2, 2],
    [93, 93],
  ] as const) {
    expect([...(context?.getImageData(x, y, 1, 1).data ?? [])]).toEqual([0, 0, 255, 255]);
  }
});

it('what is no picture is refused', async () => {
  await expect(imageAvatar(new Blob(['text'], { type: 'image/png' }))).rejects.toThrow();
});
