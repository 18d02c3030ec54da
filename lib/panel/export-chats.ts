import type { Chat, Feedback, Message, MessageBody } from '../domain/chat';
import type { ChatId } from '../domain/ids';
import type { PageSnapshot } from '../domain/page';
import type { Picture } from '../domain/pictures/picture';
import type { Queries } from '../storage/queries';
import { picturesOf } from './pictures-of';

/** All chats as a file holds them. */
export interface ChatsExport {
  readonly format: 'aside-chats';
  readonly version: 1;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly chats: readonly ExportedChat[];
}

interface ExportedChat {
  /** Null where only its messages could be read. */
  readonly chat: Chat | null;
  readonly messages: readonly Message[];
  readonly bodies: readonly MessageBody[];
  readonly feedback: readonly Feedback[];
  readonly pages: readonly PageSnapshot[];
  readonly pictures: readonly Picture[];
}

/** Reads all chats that can be read, and whatever can be read of the others. Nothing is changed. */
export async function exportChats(queries: Queries, now: Date): Promise<ChatsExport> {
  const listed = await orNone(queries.chats());
  const ids = new Set([...listed.map(({ id }) => id), ...(await orNone(queries.chatIdsOfMessages()))]);
  const chats: ExportedChat[] = [];
  for (const id of ids) chats.push(await exportChat(queries, id));
  return { format: 'aside-chats', version: 1, exportedAt: now.toISOString(), chats };
}

async function exportChat(queries: Queries, id: ChatId): Promise<ExportedChat> {
  const messages = await orNone(queries.messages(id));
  const messageIds = messages.map((message) => message.id);
  const pageIds = [...new Set(messages.flatMap(({ page }) => (page ? [page.snapshotId] : [])))];
  const bodies = await orNone(queries.bodies(messageIds));
  return {
    chat: (await queries.chat(id).catch(() => undefined)) ?? null,
    messages,
    bodies,
    feedback: await orNone(queries.feedback(messageIds)),
    pages: await orNone(queries.snapshots(pageIds)),
    pictures: await picturesOf(queries, bodies),
  };
}

function orNone<Row>(rows: Promise<readonly Row[]>): Promise<readonly Row[]> {
  return rows.catch(() => []);
}
