import { describeChatStore } from '../../support/chat-store-contract';
import { createMemoryChatStore } from '../../support/memory-chat-store';

describeChatStore('a chat store in memory', async () => createMemoryChatStore());
