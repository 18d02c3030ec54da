import type { ArchivedChat } from '../../domain/archive/archived-chat';
import { completeChat } from '../../domain/backup/complete-chat';
import { createRowReader } from '../read-rows';
import type { MemoryRows } from '../memory-rows';
import type { AsideDatabase } from '../schema';

type Tables = Pick<
  AsideDatabase,
  'chats' | 'messages' | 'bodies' | 'feedback' | 'attachments' | 'snapshots' | 'transaction'
>;

/**
 * Puts back what the database has lost of a chat: rows that are not there or can't be read. What can be read is left as
 * it is (`completeChat` names the two exceptions), and so is a chat that was deleted. Resolves to how many messages came.
 */
export async function putBack(database: Tables, backedUp: ArchivedChat): Promise<number> {
  const { chats, messages, bodies, feedback, attachments, snapshots } = database;
  const { chat } = backedUp;
  if (chat === null) return 0;
  const skip = () => undefined;
  const ids = backedUp.messages.map(({ id }) => id);
  const stored = await createRowReader(chats, 'chats', skip).get(chat.id);
  if (stored !== undefined && stored.deletedAt !== null) return 0;
  const known: ArchivedChat = {
    chat: stored ?? null,
    messages: await createRowReader(messages, 'messages', skip).getAll(ids),
    bodies: await createRowReader(bodies, 'bodies', skip).getAll(ids),
    feedback: await createRowReader(feedback, 'feedback', skip).getAll(ids),
    pages: await createRowReader(snapshots, 'snapshots', skip).getAll(backedUp.pages.map(({ id }) => id)),
    pictures: await createRowReader(attachments, 'attachments', skip).getAll(
      backedUp.pictures.map(({ id }) => id),
    ),
  };
  const { added } = completeChat(known, backedUp);
  await database.transaction('rw', [chats, messages, bodies, feedback, attachments, snapshots], async () => {
    await messages.bulkPut([...added.messages]);
    await bodies.bulkPut([...added.bodies]);
    await feedback.bulkPut([...added.feedback]);
    await attachments.bulkPut([...added.pictures]);
    await snapshots.bulkPut([...added.pages]);
    if (added.chat !== null) await chats.put(added.chat);
  });
  const given = new Set([
    ...added.messages.map(({ id }) => id),
    ...added.bodies.map(({ messageId }) => messageId),
  ]);
  return given.size === 0 && added.chat !== null ? known.messages.length : given.size;
}

/** The same where there is no database: what memory holds of the chat stands. */
export function putBackInMemory(rows: MemoryRows, backedUp: ArchivedChat): number {
  const { chat } = backedUp;
  if (chat === null || rows.chats.has(chat.id)) return 0;
  for (const message of backedUp.messages) rows.messages.set(message.id, message);
  for (const body of backedUp.bodies) rows.bodies.set(body.messageId, body);
  for (const given of backedUp.feedback) rows.feedback.set(given.messageId, given);
  for (const page of backedUp.pages) rows.snapshots.set(page.id, page);
  for (const picture of backedUp.pictures) rows.attachments.set(picture.id, picture);
  rows.chats.set(chat.id, chat);
  return backedUp.messages.length;
}
