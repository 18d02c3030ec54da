import type { ArchivedChat, ChatsFile } from '../domain/archive/archived-chat';
import type { ChatId } from '../domain/ids';
import type { Queries } from '../storage/queries';
import { picturesOf } from './pictures-of';

/** Reads all chats that can be read, and whatever can be read of the others. Nothing is changed. */
export async function exportChats(queries: Queries, now: Date): Promise<ChatsFile> {
  const listed = await orNone(queries.chats());
  const ids = new Set([...listed.map(({ id }) => id), ...(await orNone(queries.chatIdsOfMessages()))]);
  const chats: ArchivedChat[] = [];
  for (const id of ids) chats.push(await readWholeChat(queries, id));
  return { format: 'aside-chats', version: 1, exportedAt: now.toISOString(), chats };
}

/** Reads one chat with every branch, its pages and pictures; what can't be read is left out. */
export async function readWholeChat(queries: Queries, id: ChatId): Promise<ArchivedChat> {
  const messages = await orNone(queries.messages(id));
  const messageIds = messages.map((message) => message.id);
  const pageIds = [...new Set(messages.flatMap(({ page }) => (page ? [page.snapshotId] : [])))];
  const bodies = await orNone(queries.bodies(messageIds));
  const { pictures, unread } = await picturesOf(queries, bodies);
  return {
    chat: (await queries.chat(id).catch(() => undefined)) ?? null,
    messages,
    bodies,
    feedback: await orNone(queries.feedback(messageIds)),
    pages: await orNone(queries.snapshots(pageIds)),
    pictures,
    ...(unread === 0 ? {} : { unreadPictures: unread }),
  };
}

function orNone<Row>(rows: Promise<readonly Row[]>): Promise<readonly Row[]> {
  return rows.catch(() => []);
}
