import type { ChatStore } from '../../lib/engine/chat-store';
import { createMemoryChatStore as createStore } from '../../lib/storage/memory-chat-store';
import { createMemoryRows, type MemoryRows } from '../../lib/storage/memory-rows';

/** The chat store in memory, for tests of what stands on the contract; `rows` shows what was committed. */
export interface MemoryChatStore extends ChatStore {
  readonly rows: MemoryRows;
}

/** Makes an empty store. */
export function createMemoryChatStore(): MemoryChatStore {
  const rows = createMemoryRows();
  return { ...createStore(rows), rows };
}
