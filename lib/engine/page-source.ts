import type { ChatId } from '../domain/ids';
import type { PageRequest, PageSnapshot } from '../domain/page';

/** Reads pages for the engine. Rejects with a ChatFailure whose kind starts with `page-`. */
export interface PageSource {
  /** Reads the page and stores the snapshot; gives back an earlier one of the chat where nothing changed. */
  capture(request: PageRequest, chatId: ChatId | null, signal?: AbortSignal): Promise<PageSnapshot>;
}
