import type { MessageId, PictureId } from '../ids';
import { said } from '../../words/said';

/** The types that are shown: no script, no reference to anything, sizes in the first bytes. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';

/** A picture that a model returned as data, or that goes with a question. */
export interface Picture {
  readonly id: PictureId;
  /** The message that it belongs to, and goes with. */
  readonly messageId: MessageId;
  /** What its first bytes say, whatever it was called. */
  readonly mime: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Its bytes in base64: ports and the session's storage take nothing but text. */
  readonly data: string;
  /** When it was attached (ms since the epoch), until a question carries it. */
  readonly draftAt?: number;
}

/** Why a picture is not shown. */
export type PictureProblem = 'vector' | 'type' | 'broken' | 'large' | 'dimensions' | 'many' | 'cut' | 'unstored';

const WORDS: Readonly<Record<PictureProblem, () => string>> = {
  vector: () => said('not shown: an SVG can hold scripts'),
  type: () => said('not shown: it is no PNG, JPEG, WebP, GIF or AVIF'),
  broken: () => said('not shown: its data is broken'),
  large: () => said('not kept: it is larger than 20 MB'),
  dimensions: () => said('not shown: it has too many pixels'),
  many: () => said('not kept: the answer has too many pictures'),
  cut: () => said('not kept: the answer ended in the middle of it'),
  unstored: () => said('not kept: it could not be stored'),
};

/** Says in a few words why a picture is not there. */
export function describePictureProblem(problem: PictureProblem): string {
  return WORDS[problem]();
}

/** Whether a word names a problem. */
export function isPictureProblem(word: string): word is PictureProblem {
  return Object.hasOwn(WORDS, word);
}
