import type { Chat, Message } from '../domain/chat';
import type { ChatId } from '../domain/ids';
import type { RowReader, RowSelection } from './read-rows';

/**
 * Reads all messages of a chat: those of `ofChat`, a selection by the index. Where a damaged index has lost entries (seen in Firefox, which opens
 * such a database as if nothing were wrong), the chat's end and every question or answer that another one follows are
 * read by their own ids.
 */
export async function readMessages(
  ofChat: RowSelection,
  { chats, rows }: { readonly chats: RowReader<Chat>; readonly rows: RowReader<Message> },
  chatId: ChatId,
): Promise<readonly Message[]> {
  const [chat, indexed] = await Promise.all([chats.get(chatId), rows.select(ofChat)]);
  const found = new Map(indexed.map((message) => [message.id, message]));
  let named = [chat?.leafId ?? null, ...indexed.map(({ parentId }) => parentId)];
  for (;;) {
    const lost = [...new Set(named)].filter((id) => id !== null).filter((id) => !found.has(id));
    const healed = (await rows.getAll(lost)).filter((message) => message.chatId === chatId);
    if (healed.length === 0) return [...found.values()];
    for (const message of healed) found.set(message.id, message);
    named = healed.map(({ parentId }) => parentId);
  }
}
