import type { Picture } from '../pictures/picture';
import { pictureReference, readPictureReference, type PictureReference } from '../pictures/picture-reference';
import type { AttachedPart, PicturePart } from './attached';

/** The part that stands for a stored picture. */
export function picturePart(picture: Pick<Picture, 'id' | 'width' | 'height'>, name: string): PicturePart {
  const alt = name
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .replace(/[[\]\\]/g, '\\$&');
  return { type: 'picture', text: `![${alt}](${pictureReference(picture)})` };
}

/** A picture's name, and which one is stored under it; `reference` is null where the part is none of ours. */
export function readPicturePart({ text }: PicturePart): {
  readonly name: string;
  readonly reference: PictureReference | null;
} {
  const [, alt = '', address = ''] = /^!\[(.*)\]\(([^()\s]*)\)$/s.exec(text) ?? [];
  return { name: alt.replace(/\\(.)/g, '$1'), reference: readPictureReference(address) };
}

/** What an attachment is called. */
export function nameOf(part: AttachedPart): string {
  return part.type === 'file' ? part.name : readPicturePart(part).name;
}
