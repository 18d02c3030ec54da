import { withoutHidden } from '../domain/hidden-characters';
import { bytesOfBase64 } from '../domain/pictures/base64';
import type { Picture, PictureType } from '../domain/pictures/picture';

const ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
};

/** A picture's bytes, typed as what they are; null where they can't be read. */
export function pictureBlob({ data, mime }: Pick<Picture, 'data' | 'mime'>): Blob | null {
  const bytes = bytesOfBase64(data);
  return bytes === null ? null : new Blob([bytes], { type: mime });
}

/** A name to save it under: its words, and the ending of what it is. */
export function pictureFileName(words: string, mime: PictureType): string {
  const name = withoutHidden(words)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return `${name || 'Picture'}.${ENDINGS[mime]}`;
}

/** The picture drawn anew as PNG, the one form that every clipboard takes. Rejects where it can't be drawn. */
export async function toPng(blob: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
