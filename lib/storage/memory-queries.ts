import { visibleTree } from '../domain/visible-tree';
import type { MemoryRows } from './memory-rows';
import { joinRated, type Queries } from './queries';

/** Makes the panels' queries over rows in memory. */
export function createMemoryQueries(rows: MemoryRows): Queries {
  const found = <Id, Row>(table: ReadonlyMap<Id, Row>, ids: readonly Id[]) =>
    ids.flatMap((id) => table.get(id) ?? []);
  return {
    chats: async () =>
      [...rows.chats.values()]
        .filter(({ deletedAt }) => deletedAt === null)
        .sort((a, b) => b.updatedAt - a.updatedAt),
    chat: async (id) => rows.chats.get(id),
    messages: async (chatId) =>
      visibleTree([...rows.messages.values()].filter((message) => message.chatId === chatId)),
    bodies: async (ids) => found(rows.bodies, ids),
    snapshots: async (ids) => found(rows.snapshots, ids),
    pictures: async (ids) => found(rows.attachments, ids),
    feedback: async (ids) => found(rows.feedback, ids),
    rated: async () => joinRated([...rows.feedback.values()], [...rows.messages.values()]),
    chatIdsOfMessages: async () => [...new Set([...rows.messages.values()].map(({ chatId }) => chatId))],
  };
}
