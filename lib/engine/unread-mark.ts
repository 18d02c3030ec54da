import type { ChatId } from '../domain/ids';
import type { ChatStore } from './chat-store';

/** Says of a chat whether its last answer is news. */
export type UnreadMark = (chatId: ChatId, unread: boolean) => Promise<void>;

/**
 * Makes the mark. `inChat` keeps work on one chat apart: a question that comes meanwhile waits only where there is
 * something to write.
 */
export function createUnreadMark(
  store: Pick<ChatStore, 'chat' | 'updateChat'>,
  inChat: (chatId: ChatId, work: () => Promise<void>) => Promise<void>,
): UnreadMark {
  return async (chatId, unread) => {
    const isMarked = async () => {
      const chat = await store.chat(chatId);
      return chat === undefined || (chat.unread ?? false) === unread;
    };
    if (await isMarked()) return;
    await inChat(chatId, async () => {
      if (!(await isMarked())) await store.updateChat(chatId, { unread });
    });
  };
}
