import { createMemoryChatStore } from '../../../lib/storage/memory-chat-store';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import { describeChatStore } from '../../support/chat-store-contract';

describeChatStore('the chat store in memory', async () => createMemoryChatStore(createMemoryRows()));
