import type { ImportPreview } from './import-plan';

/** What the page of the workbench asks its worker to do. One thing at a time. */
export type ArchiveRequest =
  | { readonly type: 'export' }
  /** Reads a file and says what it would bring; it is kept for `import`. */
  | { readonly type: 'read'; readonly file: Blob }
  | { readonly type: 'import' }
  /** Ends an import; what it has stored is taken back. */
  | { readonly type: 'stop' };

/** What an export says of itself. */
export interface ExportCounts {
  readonly chats: number;
  readonly messages: number;
  readonly pictures: number;
  readonly unreadPictures: number;
  readonly missingPictures: number;
}

/** What the worker answers. Each request ends with one of the last five. */
export type ArchiveReply =
  /** Chats that are exported, or messages that are read or stored; `of` is null where the whole is not known. */
  | { readonly type: 'progress'; readonly done: number; readonly of: number | null }
  | { readonly type: 'exported'; readonly file: Blob; readonly counts: ExportCounts }
  | { readonly type: 'read'; readonly preview: ImportPreview }
  | { readonly type: 'imported'; readonly chats: number }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly words: string };
