/** Edge of a stored avatar in pixels: four times its size on screen. */
const EDGE = 96;

/** A picture file as a square `data:` URL small enough to store. Rejects where the browser cannot decode it. */
export async function imageAvatar(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = EDGE;
  canvas.height = EDGE;
  const left = (bitmap.width - side) / 2;
  const top = (bitmap.height - side) / 2;
  canvas.getContext('2d')?.drawImage(bitmap, left, top, side, side, 0, 0, EDGE, EDGE);
  bitmap.close();
  return canvas.toDataURL('image/png');
}
