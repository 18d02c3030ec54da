import type { Chat, Feedback, Message, MessageBody } from '../domain/chat';
import type { ChatId, MessageId, SnapshotId } from '../domain/ids';
import type { PageSnapshot } from '../domain/page';
import type { AsideDatabase } from './schema';

/** What panels may read. There is no way from here to a key, and none to write. */
export interface Queries {
  /** Chats that were not deleted, the one last used first. */
  chats(): Promise<readonly Chat[]>;
  chat(id: ChatId): Promise<Chat | undefined>;
  messages(chatId: ChatId): Promise<readonly Message[]>;
  bodies(ids: readonly MessageId[]): Promise<readonly MessageBody[]>;
  snapshots(ids: readonly SnapshotId[]): Promise<readonly PageSnapshot[]>;
  feedback(ids: readonly MessageId[]): Promise<readonly Feedback[]>;
}

/** Makes the queries over the database, of which the table of keys is not even a parameter. */
export function createQueries(database: Omit<AsideDatabase, 'keys'>): Queries {
  const present = <Row>(rows: readonly (Row | undefined)[]) => rows.filter((row): row is Row => row !== undefined);
  return {
    async chats() {
      const newest = await database.chats.orderBy('updatedAt').reverse().toArray();
      return newest.filter((chat) => chat.deletedAt === null);
    },
    chat: (id) => database.chats.get(id),
    messages: (chatId) => database.messages.where('chatId').equals(chatId).toArray(),
    bodies: async (ids) => present(await database.bodies.bulkGet([...ids])),
    snapshots: async (ids) => present(await database.snapshots.bulkGet([...ids])),
    feedback: async (ids) => present(await database.feedback.bulkGet([...ids])),
  };
}
