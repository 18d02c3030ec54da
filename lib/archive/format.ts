/** The name by which an archive knows itself; docs/archive.md describes its files. */
export const ARCHIVE_FORMAT = 'aside-archive';

/** The newest version that this code writes and reads. */
export const ARCHIVE_VERSION = 1;

/** Names of the files in an archive. */
export const FILES = { manifest: 'aside.json', chats: 'chats.jsonl', pictures: 'pictures.jsonl' } as const;

/** What an archive says of itself, in `aside.json`. */
export interface Manifest {
  readonly format: typeof ARCHIVE_FORMAT;
  readonly version: number;
  /** ISO 8601. */
  readonly exportedAt: string;
  /** Version of the Aside that wrote it. */
  readonly aside: string;
  readonly chats: number;
  readonly messages: number;
  readonly pages: number;
  readonly pictures: number;
  /** Pictures that were stored and could not be read when it was written. */
  readonly unreadPictures: number;
  /** Pictures that messages name and that were not stored any more. */
  readonly missingPictures: number;
}
