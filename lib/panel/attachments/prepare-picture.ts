import { inspectPicture } from '../../domain/pictures/inspect-picture';
import { fitInto, type PictureLimits } from '../../domain/pictures/picture-limits';
import type { Picture } from '../../domain/pictures/picture';

/** Why a file does not go as a picture. */
export type PictureRefusal = 'vector' | 'heic' | 'type' | 'broken' | 'dimensions' | 'large';

/** A picture ready to be stored and sent, or why it is not. */
export type PreparedPicture =
  | {
      readonly picture: Pick<Picture, 'width' | 'height' | 'data'> & {
        readonly mime: 'image/png' | 'image/jpeg';
      };
      readonly blob: Blob;
    }
  | { readonly refusal: PictureRefusal };

/** Enough of a file to tell what it is: a JPEG's size may stand behind its thumbnails. */
const HEAD_BYTES = 1_000_000;

/** Qualities of JPEG, and shares of the longest side, that are tried until a picture is small enough. */
const ATTEMPTS = [
  [0.9, 1],
  [0.75, 1],
  [0.75, 0.7],
  [0.6, 0.5],
] as const;

/**
 * Draws a picture anew within the limits: upright as its EXIF says, only the first picture of an animation, and without what
 * was hidden in the file (where a photo was taken, for one). What was lossy goes as JPEG, other pictures as PNG unless that
 * is too large.
 */
export async function preparePicture(file: Blob, limits: PictureLimits): Promise<PreparedPicture> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const inspected = inspectPicture(head);
  if ('problem' in inspected) return { refusal: refusalOf(inspected.problem, head) };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return { refusal: 'broken' };
  }
  try {
    return await encode(bitmap, limits, ['image/png', 'image/gif'].includes(inspected.mime));
  } finally {
    bitmap.close();
  }
}

async function encode(bitmap: ImageBitmap, limits: PictureLimits, lossless: boolean): Promise<PreparedPicture> {
  if (lossless) {
    const drawn = await draw(bitmap, limits.side, 'image/png');
    if (drawn.blob.size <= limits.bytes) return toPrepared(drawn, 'image/png');
  }
  for (const [quality, share] of ATTEMPTS) {
    const drawn = await draw(bitmap, Math.round(limits.side * share), 'image/jpeg', quality);
    if (drawn.blob.size <= limits.bytes) return toPrepared(drawn, 'image/jpeg');
  }
  return { refusal: 'large' };
}

interface Drawn {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

async function draw(bitmap: ImageBitmap, side: number, type: string, quality?: number): Promise<Drawn> {
  const { width, height } = fitInto(bitmap, side);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gave no canvas to draw a picture on.');
  if (type === 'image/jpeg') {
    // JPEG has no transparency; it would come out black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type, ...(quality === undefined ? {} : { quality }) });
  return { blob, width, height };
}

async function toPrepared(
  { blob, width, height }: Drawn,
  mime: 'image/png' | 'image/jpeg',
): Promise<PreparedPicture> {
  return { picture: { mime, width, height, data: await base64Of(blob) }, blob };
}

/** A blob's bytes in base64. */
async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** HEIC is told apart, because phones make it and no other browser than Safari reads it (ISO 23008-12, brands). */
function refusalOf(problem: string, head: Uint8Array): PictureRefusal {
  const brand = String.fromCharCode(...head.subarray(4, 12));
  if (/^ftyp(?:hei[csxm]|hev[cx]|mif1|msf1)/.test(brand)) return 'heic';
  return problem === 'vector' || problem === 'broken' || problem === 'dimensions' ? problem : 'type';
}
