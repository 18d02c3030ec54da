import type { PictureProblem, PictureType } from './picture';
import { avifSize, gifSize, jpegSize, pngSize, webpSize, type Size } from './picture-sizes';

/** Longest side and most pixels that are decoded: 50 megapixels take 200 MB while they are drawn. */
const MAX_SIDE = 16_384;
const MAX_PIXELS = 50_000_000;

/** What the first bytes of a picture say. */
export type Inspected =
  | { readonly mime: PictureType; readonly width: number; readonly height: number }
  | { readonly problem: PictureProblem };

const KINDS: readonly {
  readonly mime: PictureType;
  readonly is: (bytes: Uint8Array) => boolean;
  readonly size: (bytes: Uint8Array) => Size | null;
}[] = [
  {
    mime: 'image/png',
    is: (bytes) => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte),
    size: pngSize,
  },
  {
    mime: 'image/jpeg',
    is: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
    size: jpegSize,
  },
  { mime: 'image/gif', is: (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6)), size: gifSize },
  {
    mime: 'image/webp',
    is: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
    size: webpSize,
  },
  {
    mime: 'image/avif',
    is: (bytes) => ascii(bytes, 4, 8) === 'ftyp' && /^.{0,60}avi[fs]/s.test(ascii(bytes, 8, 72)),
    size: avifSize,
  },
];

/**
 * Tells what a picture is by its bytes alone, whatever it was called, and how large it would be drawn. `bytes` is its
 * beginning, as long as there is one (a JPEG's size may stand behind a megabyte of thumbnails).
 */
export function inspectPicture(bytes: Uint8Array): Inspected {
  const kind = KINDS.find(({ is }) => is(bytes));
  if (kind === undefined) return { problem: looksLikeMarkup(bytes) ? 'vector' : 'type' };
  const size = kind.size(bytes);
  if (size === null || size.width < 1 || size.height < 1) return { problem: 'broken' };
  const { width, height } = size;
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) return { problem: 'dimensions' };
  return { mime: kind.mime, width, height };
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /^[\s\u00bb\u00bf\u00ef\0]*<|<svg/i.test(ascii(bytes, 0, 1_000));
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
