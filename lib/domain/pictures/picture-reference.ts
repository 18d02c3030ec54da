import type { PictureId } from '../ids';
import { isPictureProblem, type Picture, type PictureProblem } from './picture';

/**
 * What stands in an answer's text in place of a picture's data: `aside-picture:ID/1024x768`, so that its room is known
 * before it is read, or `aside-picture:none/broken`. A model that writes one itself names no picture: ids are random, and
 * an answer shows its own pictures alone.
 */
export type PictureReference =
  | { readonly id: PictureId; readonly width: number; readonly height: number }
  | { readonly problem: PictureProblem };

const SCHEME = 'aside-picture:';
const KEPT = /^aside-picture:([\w-]{1,64})\/(\d{1,5})x(\d{1,5})$/;
const LOST = /^aside-picture:none\/([a-z]{1,20})$/;
/** An image of Markdown whose address is a reference. */
const IMAGE =
  /!\[((?:[^[\]\\]|\\.|\[[^[\]]{0,200}\]){0,2500})\]\(<?(aside-picture:[\w-]{1,64}\/\w{1,20})>?(?:\s+"[^"\n]{0,500}")?\)/g;

/** Writes the address that stands for a picture. */
export function pictureReference(picture: Pick<Picture, 'id' | 'width' | 'height'>): string {
  return `${SCHEME}${picture.id}/${picture.width}x${picture.height}`;
}

/** Writes the address that stands for a picture that is not kept. */
export function lostPictureReference(problem: PictureProblem): string {
  return `${SCHEME}none/${problem}`;
}

/** Reads an address; null where it stands for no picture. */
export function readPictureReference(address: string): PictureReference | null {
  const [, id, width, height] = KEPT.exec(address) ?? [];
  if (id !== undefined && Number(width) > 0 && Number(height) > 0) {
    return { id: id as PictureId, width: Number(width), height: Number(height) };
  }
  const [, problem = ''] = LOST.exec(address) ?? [];
  return isPictureProblem(problem) ? { problem } : null;
}

/** Puts something else in place of each picture in Markdown; `replace` gets its words and its address. */
export function replacePictures(
  markdown: string,
  replace: (alt: string, reference: PictureReference, whole: string) => string,
): string {
  if (!markdown.includes(SCHEME)) return markdown;
  return markdown.replace(IMAGE, (whole: string, alt: string, address: string) => {
    const reference = readPictureReference(address);
    return reference === null ? whole : replace(alt, reference, whole);
  });
}

/** Markdown with the words of its pictures in their place, for whoever can't see them: `[Picture: a lighthouse]`. */
export function withoutPictures(markdown: string): string {
  return replacePictures(markdown, (alt) => (alt.trim() === '' ? '[Picture]' : `[Picture: ${alt.trim()}]`));
}

/** The ids of the pictures in Markdown, in order. */
export function pictureIdsIn(markdown: string): readonly PictureId[] {
  const ids: PictureId[] = [];
  replacePictures(markdown, (_alt, reference, whole) => {
    if ('id' in reference) ids.push(reference.id);
    return whole;
  });
  return ids;
}
