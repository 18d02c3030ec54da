import type { Chat } from '../domain/chat';
import { changedFields, type ChatChange } from '../domain/history/chat-change';
import type { FeedbackReason } from '../domain/feedback/reasons';
import type { ChatId, MessageId } from '../domain/ids';
import type { ModelParameters } from '../domain/model-parameters';
import { newestLeaf } from '../domain/thread';
import { leafAfter, visibleTree } from '../domain/visible-tree';
import type { ChatEngine } from './chat-engine';
import type { ChatStore } from './chat-store';

interface ChatCommandsDependencies {
  readonly store: ChatStore;
  readonly engine: Pick<ChatEngine, 'stopChat' | 'inChat'>;
  readonly now?: () => number;
}

/** What a user does to chats besides asking. All are safe to repeat, and none comes between what a turn reads and writes. */
export interface ChatCommands {
  rename(chatId: ChatId, title: string): Promise<void>;
  /** Empties the thread; Undo is possible until the next question. */
  clear(chatId: ChatId): Promise<void>;
  undoClear(chatId: ChatId): Promise<void>;
  /** Pins, files, archives or deletes chats. A deleted one is hidden; until it is purged it can be brought back. */
  organise(chatIds: readonly ChatId[], change: ChatChange): Promise<void>;
  /** Puts another version of a message on view, with the newest that follows it. */
  selectVersion(messageId: MessageId): Promise<void>;
  setReadPage(chatId: ChatId, readPage: boolean): Promise<void>;
  setParameters(chatId: ChatId, parameters: ModelParameters | null): Promise<void>;
  /** Stores a thumb (1 up, 0 down) or, with null, withdraws it. */
  rate(
    messageId: MessageId,
    rating: 0 | 1 | null,
    comment: string | null,
    reasons?: readonly FeedbackReason[],
  ): Promise<void>;
}

/** Makes the commands. Clearing and deleting stop an answer that is being written first. */
export function createChatCommands({ store, engine, now = Date.now }: ChatCommandsDependencies): ChatCommands {
  const { inChat } = engine;

  /** Carries out work on several chats; always taken in the same order, so that two such don't wait for each other. */
  function inChats(chatIds: readonly ChatId[], work: () => Promise<void>): Promise<void> {
    const all = [...new Set(chatIds)].toSorted();
    return all.reduce((inner, chatId) => () => inChat(chatId, inner), work)();
  }

  async function change(chatId: ChatId, make: (chat: Chat) => Partial<Omit<Chat, 'id'>>): Promise<void> {
    const chat = await store.chat(chatId);
    if (chat !== undefined) await store.updateChat(chatId, make(chat));
  }

  return {
    async rename(chatId, title) {
      const trimmed = title.trim().slice(0, 200);
      if (trimmed !== '') await inChat(chatId, () => store.updateChat(chatId, { title: trimmed }));
    },
    clear: (chatId) =>
      inChat(chatId, async () => {
        // The queue first: an answer that is stopped would let its next question go.
        await change(chatId, () => ({ queue: [] }));
        await engine.stopChat(chatId);
        await change(chatId, (chat) =>
          chat.leafId === null ? {} : { leafId: null, clearedLeafId: chat.leafId, updatedAt: now() },
        );
      }),
    undoClear: (chatId) =>
      inChat(chatId, async () => {
        const messages = await store.messagesOf(chatId);
        await change(chatId, ({ clearedLeafId }) =>
          clearedLeafId === null
            ? {}
            : { leafId: leafAfter(messages, visibleTree(messages), clearedLeafId), clearedLeafId: null },
        );
      }),
    organise: (chatIds, change) =>
      inChats(chatIds, async () => {
        const at = now();
        await store.changeChats(chatIds, (chat) => changedFields(chat, change, at));
        if (change.kind === 'delete' && change.on) await Promise.all(chatIds.map(engine.stopChat));
      }),
    async selectVersion(messageId) {
      const message = await store.message(messageId);
      if (message === undefined) return;
      await inChat(message.chatId, async () => {
        const messages = visibleTree(await store.messagesOf(message.chatId));
        if (!messages.some(({ id }) => id === messageId)) return;
        await store.updateChat(message.chatId, { leafId: newestLeaf(messages, messageId), clearedLeafId: null });
      });
    },
    setReadPage: (chatId, readPage) => inChat(chatId, () => change(chatId, () => ({ readPage }))),
    setParameters: (chatId, parameters) => inChat(chatId, () => change(chatId, () => ({ parameters }))),
    async rate(messageId, rating, comment, reasons = []) {
      const given = reasons.length === 0 ? {} : { reasons: [...reasons] };
      await store.rate(messageId, rating === null ? null : { messageId, rating, at: now(), comment, ...given });
    },
  };
}
