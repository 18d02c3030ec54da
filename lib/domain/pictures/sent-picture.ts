import type { PictureType } from './picture';

/** A picture as a model gets it: of the four types that every API with pictures takes. */
export interface SentPicture {
  readonly mime: Exclude<PictureType, 'image/avif'>;
  /** Its bytes in base64. */
  readonly data: string;
}

/** Its address with all of it inside (RFC 2397). */
export function dataUrlOf({ mime, data }: SentPicture): string {
  return `data:${mime};base64,${data}`;
}

/** Whether any of the turns brings a picture. */
export function bringsPictures(turns: readonly { readonly pictures?: readonly SentPicture[] }[]): boolean {
  return turns.some(({ pictures = [] }) => pictures.length > 0);
}
