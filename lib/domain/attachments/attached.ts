import type { ContentPart } from '../content';

/** What goes with a question beside its words. */
export type AttachedPart = PicturePart | FilePart;

/** A picture that a question shows. */
export interface PicturePart {
  readonly type: 'picture';
  /** An image in Markdown: its name, and a reference to the stored picture. */
  readonly text: string;
}

/** A text that a question brings. */
export interface FilePart {
  readonly type: 'file';
  readonly name: string;
  /** Where it is from. */
  readonly origin: FileOrigin;
  /** A random word: the text stands between marks that nobody can have guessed. */
  readonly fence: string;
  readonly text: string;
}

export type FileOrigin = (typeof FILE_ORIGINS)[number];

/** A file of the user's, something long that was pasted, another chat, or what another tab shows. */
export const FILE_ORIGINS = ['file', 'paste', 'chat', 'tab'] as const;

const NOTHING: readonly AttachedPart[] = [];

/** What a body has beside its words. */
export function attachedOf(parts: readonly ContentPart[]): readonly AttachedPart[] {
  return parts.some(isAttached) ? parts.filter(isAttached) : NOTHING;
}

/** Whether something goes with the words. */
export function isAttached(part: ContentPart): part is AttachedPart {
  return part.type === 'picture' || part.type === 'file';
}
