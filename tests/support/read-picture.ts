import { readFileSync } from 'node:fs';

/** A picture of 24 x 16 pixels in one of the forms that are shown (`lossless.webp` is one more), as base64. */
export function readPicture(name: string): string {
  return readFileSync(new URL(`../fixtures/pictures/${name}`, import.meta.url)).toString('base64');
}
