import type { ThreadMessage } from '../domain/chat';
import type { ChatId } from '../domain/ids';
import { branchTo } from '../domain/thread';
import type { Queries } from '../storage/queries';

/** A chat as it is printed. */
export interface PrintedThread {
  readonly title: string;
  /** Root first. */
  readonly branch: readonly ThreadMessage[];
}

/** What a page that prints a chat reads. */
export type PrintQueries = Pick<Queries, 'chat' | 'messages' | 'bodies' | 'pictures'>;

/** Reads the branch on view of a chat; null where there is no such chat. */
export async function readPrintedChat(
  queries: Omit<PrintQueries, 'pictures'>,
  chatId: ChatId,
): Promise<PrintedThread | null> {
  const chat = await queries.chat(chatId);
  if (chat === undefined) return null;
  const branch = branchTo(await queries.messages(chatId), chat.leafId);
  const bodies = await queries.bodies(branch.map(({ id }) => id));
  const parts = new Map(bodies.map((body) => [body.messageId, body.parts]));
  return {
    title: chat.title || 'Chat',
    branch: branch.map((message) => ({ message, parts: parts.get(message.id) ?? [] })),
  };
}
