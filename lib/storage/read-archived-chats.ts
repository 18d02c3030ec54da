import type { ArchivedChat } from '../domain/archive/archived-chat';
import type { ChatId } from '../domain/ids';
import type { Queries } from './queries';

/** Reads one chat with all that is its own but its pictures; null where it is gone. */
export async function readArchivedChat(queries: Queries, chatId: ChatId): Promise<ArchivedChat | null> {
  const chat = await queries.chat(chatId);
  if (chat === undefined || chat.deletedAt !== null || chat.temporary) return null;
  const messages = await queries.messages(chatId);
  const ids = messages.map(({ id }) => id);
  const pageIds = [...new Set(messages.flatMap(({ page }) => (page === null ? [] : [page.snapshotId])))];
  const [bodies, feedback, pages] = await Promise.all([
    queries.bodies(ids),
    queries.feedback(ids),
    queries.snapshots(pageIds),
  ]);
  return { chat, messages, bodies, feedback, pages, pictures: [] };
}

/** Reads chats one after the other, as they are then. */
export async function* readArchivedChats(
  queries: Queries,
  chatIds: readonly ChatId[],
): AsyncIterable<ArchivedChat> {
  for (const chatId of chatIds) {
    const chat = await readArchivedChat(queries, chatId);
    if (chat !== null) yield chat;
  }
}
