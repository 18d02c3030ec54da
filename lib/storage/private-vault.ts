import type { WholeChat } from '../domain/copy-branch';
import type { Feedback } from '../domain/chat';
import type { ChatId } from '../domain/ids';
import type { ChatStore } from '../engine/chat-store';
import type { ChatVault } from './chat-vault';
import { forgetChat } from './forget-chat';
import { createMemoryChatStore } from './memory-chat-store';
import { createMemoryQueries } from './memory-queries';
import { createMemoryRows, type MemoryRows } from './memory-rows';
import { createStorageHealth } from './storage-health';
import { whenReady } from './when-ready';

/** A vault in memory alone. */
export interface PrivateVault extends ChatVault {
  /** Forgets all. */
  clear(): Promise<void>;
}

/** A vault of temporary chats, in memory alone. */
export interface TemporaryVault extends ChatVault {
  /** Forgets a chat with all that is its own. Resolves to how many chats are left. */
  forget(chatId: ChatId): Promise<number>;
  /** A chat as it is stored for good, with its thumbs; null: it is not here. */
  take(chatId: ChatId): Promise<TakenChat | null>;
}

/** A chat that is to be stored for good. */
export interface TakenChat {
  readonly whole: WholeChat;
  readonly feedback: readonly Feedback[];
}

/** Makes the vault of private windows, which is memory alone. */
export function createPrivateVault(keepRows: (rows: MemoryRows) => Promise<void>): PrivateVault {
  const { vault, rows, kept } = createMemoryVault(keepRows);
  return {
    ...vault,
    async clear() {
      await kept;
      rows.clear();
    },
  };
}

/** Makes the vault of temporary chats. Whatever begins in it is marked as temporary. */
export function createTemporaryVault(keepRows: (rows: MemoryRows) => Promise<void>): TemporaryVault {
  const { vault, rows, kept } = createMemoryVault(keepRows);
  const { store, queries } = vault;
  const marking: ChatStore = {
    ...store,
    beginTurn: (turn) => store.beginTurn({ ...turn, chat: { ...turn.chat, temporary: true } }),
  };
  return {
    ...vault,
    store: marking,
    async forget(chatId) {
      await kept;
      forgetChat(rows, chatId);
      if (rows.chats.size === 0) forgetDraftPictures(rows);
      return rows.chats.size;
    },
    async take(chatId) {
      const chat = await store.chat(chatId);
      if (chat === undefined) return null;
      const messages = await store.messagesOf(chatId);
      const ids = messages.map(({ id }) => id);
      const [bodies, pictures, snapshots, feedback] = await Promise.all([
        queries.bodies(ids),
        store.picturesOf(ids),
        store.snapshotsOf(chatId),
        queries.feedback(ids),
      ]);
      return { whole: { chat: { ...chat, temporary: false }, messages, bodies, pictures, snapshots }, feedback };
    },
  };
}

/** Pictures of a question that is not asked belong to no chat: they go with the last one. */
function forgetDraftPictures({ attachments }: MemoryRows): void {
  for (const { id, draftAt } of [...attachments.values()]) if (draftAt !== undefined) attachments.delete(id);
}

/** What both have in common; `kept` resolves when the rows of an earlier background are there. */
function createMemoryVault(keepRows: (rows: MemoryRows) => Promise<void>): {
  readonly vault: ChatVault;
  readonly rows: MemoryRows;
  readonly kept: Promise<void>;
} {
  const rows = createMemoryRows();
  const kept = keepRows(rows).catch((reason: unknown) => {
    console.warn('Aside: what an earlier background kept in memory is lost.', reason);
  });
  const health = createStorageHealth({ kind: 'private' });
  const ready = () => kept;
  const vault: ChatVault = {
    store: whenReady(() => createMemoryChatStore(rows), ready),
    queries: whenReady(() => createMemoryQueries(rows), ready),
    health,
    giveUpDatabase: () => undefined,
    noteChats: () => Promise.resolve(),
    retry: () => Promise.resolve(health.state),
  };
  return { vault, rows, kept };
}
