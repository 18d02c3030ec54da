import type { ArchivedChat } from '../domain/archive/archived-chat';
import type { ImportPlan } from '../domain/archive/import-plan';
import { copyIdOf, withNewIds } from '../domain/archive/with-new-ids';
import type { Chat } from '../domain/chat';
import type { ChatId, MessageId } from '../domain/ids';
import type { AsideDatabase } from './schema';

/**
 * Holds the chats of a file against what is stored: those that are there message by message are left out, those that
 * are there otherwise, or whose messages another chat has, come as copies under ids of their own.
 */
export async function planImport(
  { chats, messages }: Pick<AsideDatabase, 'chats' | 'messages'>,
  found: readonly ArchivedChat[],
): Promise<ImportPlan> {
  const stored = new Map<ChatId, Chat>((await chats.toArray()).map((chat) => [chat.id, chat]));
  const storedMessages = new Set<MessageId>(await messages.toCollection().primaryKeys());
  const plan: ArchivedChat[] = [];
  let copies = 0;
  let duplicates = 0;
  for (const archived of found) {
    const { chat } = archived;
    if (chat === null) continue;
    const known = archived.messages.filter(({ id }) => storedMessages.has(id)).length;
    const there = stored.get(chat.id);
    if (there === undefined && known === 0) {
      plan.push(archived);
    } else if (there !== undefined && there.deletedAt === null && known === archived.messages.length) {
      duplicates += 1;
    } else {
      const copyId = copyIdOf(archived);
      const copied = stored.get(copyId);
      if (copied !== undefined && copied.deletedAt === null) duplicates += 1;
      else if (copied === undefined) {
        plan.push(withNewIds(archived, copyId));
        copies += 1;
      } else {
        // Deleted an hour ago at most: its copy has to be another one.
        plan.push(withNewIds(archived, `${copyId}-${copied.deletedAt ?? 0}` as ChatId));
        copies += 1;
      }
    }
  }
  return { chats: plan, copies, duplicates };
}
