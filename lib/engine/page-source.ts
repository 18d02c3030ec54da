import type { ChatId, SnapshotId } from '../domain/ids';
import type { PageRequest, PageSnapshot } from '../domain/page';

/** How a page is captured. */
export interface CaptureOptions {
  readonly signal?: AbortSignal;
  /** A preview shown before: where the page is still the same it stays, and what was left out of it. */
  readonly previous?: SnapshotId | null;
  /** Hosts whose private pages the user has just said yes to. */
  readonly confirmed?: readonly string[];
}

/** Reads pages for the engine. Rejects with a ChatFailure whose kind starts with `page-`. */
export interface PageSource {
  /** Reads the page and stores the snapshot; gives back an earlier one of the chat where nothing changed. */
  capture(request: PageRequest, chatId: ChatId | null, options?: CaptureOptions): Promise<PageSnapshot>;
  /** The same page with other blocks left out and others that go first, by their ids in that snapshot. */
  choose(
    snapshotId: SnapshotId,
    omitted: readonly string[],
    chatId: ChatId | null,
    kept?: readonly string[],
  ): Promise<PageSnapshot>;
}
