import type { ChatId } from '../domain/ids';
import type { MemoryRows } from './memory-rows';

/**
 * Takes a chat out of memory with all that is its own: its messages with their texts, pictures, thumbs and runs, and
 * the pages that no other chat carries. With the last chat nothing is left at all, pages that were read and not yet
 * asked about among it.
 */
export function forgetChat(rows: MemoryRows, chatId: ChatId): void {
  rows.chats.delete(chatId);
  if (rows.chats.size === 0) return rows.clear();
  const own = [...rows.messages.values()].filter((message) => message.chatId === chatId);
  for (const { id } of own) for (const table of [rows.messages, rows.bodies, rows.feedback]) table.delete(id);
  const ids = new Set(own.map(({ id }) => id));
  for (const { id, messageId } of [...rows.attachments.values()])
    if (ids.has(messageId)) rows.attachments.delete(id);
  for (const { id, messageId } of [...rows.runs.values()]) if (ids.has(messageId)) rows.runs.delete(id);
  const carried = new Set([...rows.messages.values()].map(({ page }) => page?.snapshotId));
  for (const { page } of own) if (page && !carried.has(page.snapshotId)) rows.snapshots.delete(page.snapshotId);
}
