import type { Chat, Feedback, Message, MessageBody } from '../domain/chat';
import type { ChatId, MessageId, PictureId, SnapshotId } from '../domain/ids';
import type { PageSnapshot } from '../domain/page';
import type { Picture } from '../domain/pictures/picture';
import { visibleTree } from '../domain/visible-tree';
import { readMessages } from './read-messages';
import { createRowReader, type OnUnreadable } from './read-rows';
import type { AsideDatabase } from './schema';

/** A thumb and the answer that it is on. */
export interface RatedMessage {
  readonly feedback: Feedback;
  readonly message: Message;
}

/** What panels may read. There is no way from here to a key, and none to write. */
export interface Queries {
  /** Chats that were not deleted, the one last used first. */
  chats(): Promise<readonly Chat[]>;
  chat(id: ChatId): Promise<Chat | undefined>;
  /** The messages of a chat that were not deleted, in the tree that they make. */
  messages(chatId: ChatId): Promise<readonly Message[]>;
  bodies(ids: readonly MessageId[]): Promise<readonly MessageBody[]>;
  snapshots(ids: readonly SnapshotId[]): Promise<readonly PageSnapshot[]>;
  pictures(ids: readonly PictureId[]): Promise<readonly Picture[]>;
  feedback(ids: readonly MessageId[]): Promise<readonly Feedback[]>;
  /** Every thumb with its answer, the newest first; without those of deleted messages. */
  rated(): Promise<readonly RatedMessage[]>;
  /** Chats that messages name, whether their own rows can be read or not. */
  chatIdsOfMessages(): Promise<readonly ChatId[]>;
}

/** Hears of all chats that were not deleted, the one last used first: now, and whenever one has changed. */
export interface ChatsObserver {
  next(chats: readonly Chat[]): void;
  error(reason: unknown): void;
}

/** Watches the chats. Returns the way out. */
export type WatchChats = (observer: ChatsObserver) => () => void;

/**
 * Makes the queries over the database, of which the table of keys is not even a parameter. Rows that can't be read are
 * left out, and told to `onUnreadable`.
 */
export function createQueries(
  database: Omit<AsideDatabase, 'keys' | 'locks'>,
  onUnreadable: OnUnreadable = () => undefined,
): Queries {
  const chats = createRowReader(database.chats, 'chats', onUnreadable);
  const messages = createRowReader(database.messages, 'messages', onUnreadable);
  const bodies = createRowReader(database.bodies, 'bodies', onUnreadable);
  const snapshots = createRowReader(database.snapshots, 'snapshots', onUnreadable);
  const pictures = createRowReader(database.attachments, 'attachments', onUnreadable);
  const feedback = createRowReader(database.feedback, 'feedback', onUnreadable);
  return {
    async chats() {
      // The whole table, not its index: a damaged index hides rows that are there.
      const all = await chats.select(database.chats.toCollection());
      return all.filter(({ deletedAt }) => deletedAt === null).sort((a, b) => b.updatedAt - a.updatedAt);
    },
    chat: (id) => chats.get(id),
    messages: async (chatId) =>
      visibleTree(
        await readMessages(database.messages.where('chatId').equals(chatId), { chats, rows: messages }, chatId),
      ),
    bodies: (ids) => bodies.getAll(ids),
    snapshots: (ids) => snapshots.getAll(ids),
    pictures: (ids) => pictures.getAll(ids),
    feedback: (ids) => feedback.getAll(ids),
    async rated() {
      const given = await feedback.select(database.feedback.toCollection());
      return joinRated(given, await messages.getAll(given.map(({ messageId }) => messageId)));
    },
    chatIdsOfMessages: async () => (await database.messages.orderBy('chatId').uniqueKeys()) as ChatId[],
  };
}

/** Puts thumbs and answers together, the newest thumb first. */
export function joinRated(given: readonly Feedback[], messages: readonly Message[]): readonly RatedMessage[] {
  const byId = new Map(messages.filter(({ deletion }) => !deletion).map((message) => [message.id, message]));
  return given
    .flatMap((feedback) => {
      const message = byId.get(feedback.messageId);
      return message === undefined ? [] : [{ feedback, message }];
    })
    .sort((a, b) => b.feedback.at - a.feedback.at);
}
