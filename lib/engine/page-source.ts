import type { ChatId, SnapshotId } from '../domain/ids';
import type { PageSnapshot } from '../domain/page';

/** Which page a question is to carry: one already read and previewed, else the tab as it is now. */
export interface PageRequest {
  readonly tabId: number;
  readonly snapshotId: SnapshotId | null;
}

/** Reads pages for the engine. Rejects with a ChatFailure whose kind starts with `page-`. */
export interface PageSource {
  /** Reads the page and stores the snapshot; gives back an earlier one of the chat where nothing changed. */
  capture(request: PageRequest, chatId: ChatId | null, signal?: AbortSignal): Promise<PageSnapshot>;
}
