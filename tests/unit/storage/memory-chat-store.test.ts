import { createMemoryChatStore } from '../../../lib/storage/memory-chat-store';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import { describeChatStore } from '../../support/chat-store-contract';

describeChatStore('the chat store in memory', async () => {
  const rows = createMemoryRows();
  return { store: createMemoryChatStore(rows), queries: createMemoryQueries(rows) };
});
