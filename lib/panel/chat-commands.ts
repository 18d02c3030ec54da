import type { ChatChange } from '../domain/history/chat-change';
import type { FeedbackReason } from '../domain/feedback/reasons';
import type { ChatId, MessageId, SnapshotId } from '../domain/ids';
import type { PassageOutcome } from '../domain/passage';
import type { EngineClient } from '../messaging/engine-client';

/** What is asked of the background about a chat or a message, whichever is on view. All reject with a `ChatFailure`. */
export interface ChatCommands {
  /** Ends the wait before a retry. */
  readonly retryNow: (messageId: MessageId) => Promise<void>;
  /** Gives an answer a thumb, or takes it back; `rating` 1 is up. */
  readonly rate: (
    messageId: MessageId,
    rating: 0 | 1 | null,
    comment?: string | null,
    reasons?: readonly FeedbackReason[],
  ) => Promise<void>;
  readonly rename: (chatId: ChatId, title: string) => Promise<void>;
  readonly organise: (chatIds: readonly ChatId[], change: ChatChange) => Promise<void>;
  /** Scrolls a tab to a passage of a page that was read. */
  readonly showPassage: (snapshotId: SnapshotId, blockId: string, quote: string) => Promise<PassageOutcome>;
}

/** Makes the commands of one panel. */
export function createChatCommands(client: Pick<EngineClient, 'request'>): ChatCommands {
  return {
    retryNow: async (messageId) => void (await client.request({ type: 'retry-now', messageId })),
    rate: async (messageId, rating, comment = null, reasons = []) =>
      void (await client.request({
        type: 'rate',
        messageId,
        rating,
        comment,
        ...(reasons.length === 0 ? {} : { reasons }),
      })),
    rename: async (chatId, title) => void (await client.request({ type: 'rename-chat', chatId, title })),
    organise: async (chatIds, change) =>
      void (await client.request({ type: 'organise-chats', chatIds: [...chatIds], change })),
    showPassage: (snapshotId, blockId, quote) =>
      client.request({ type: 'show-passage', snapshotId, blockId, quote }),
  };
}
