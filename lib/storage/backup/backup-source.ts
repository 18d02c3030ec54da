import type { ArchivedChat } from '../../domain/archive/archived-chat';
import { stableId } from '../../domain/archive/stable-id';
import type { Chat, Feedback, Message } from '../../domain/chat';
import type { ChatId } from '../../domain/ids';
import { pictureIdsIn } from '../../domain/pictures/picture-reference';
import type { Queries } from '../queries';
import { readArchivedChat } from '../read-archived-chats';

/** What the backup reads of the chats that are stored. */
export interface BackupSource {
  /** The chats last used, newest first, at most so many; without deleted and temporary ones. */
  recent(most: number): Promise<readonly Chat[]>;
  /** The chat's row, deleted or not; undefined where there is none or it can't be read. */
  chat(id: ChatId): Promise<Chat | undefined>;
  /** Another text as soon as anything of the chat is another; it costs no reading of texts. */
  stamp(chat: Chat): Promise<string>;
  /** All of a chat; `whole` is false where some of it could not be read. Null where the chat is gone. */
  read(id: ChatId): Promise<{ readonly chat: ArchivedChat; readonly whole: boolean } | null>;
}

interface BackupSourceDependencies {
  readonly queries: Queries;
  /** The newest chats by their index; may reject. */
  readonly newest: (most: number) => Promise<readonly Chat[]>;
  /** Rows that could not be read so far. */
  readonly unreadable: () => number;
}

/** Makes the source over the queries of a vault, so that chats which are in memory for want of a disk are backed up too. */
export function createBackupSource({ queries, newest, unreadable }: BackupSourceDependencies): BackupSource {
  return {
    async recent(most) {
      const found = await newest(most).catch(() => queries.chats());
      return found
        .filter(({ deletedAt, temporary }) => deletedAt === null && !temporary)
        .toSorted((a, b) => b.updatedAt - a.updatedAt)
        .slice(0, most);
    },
    chat: (id) => queries.chat(id),
    async stamp(chat) {
      const messages = await queries.messages(chat.id);
      return stampOf(chat, messages, await queries.feedback(messages.map(({ id }) => id)));
    },
    async read(id) {
      const before = unreadable();
      const found = await readArchivedChat(queries, id);
      if (found === null) return null;
      const pictureIds = new Set(
        found.bodies.flatMap(({ parts }) => parts.flatMap(({ text }) => pictureIdsIn(text))),
      );
      const messageIds = new Set(found.messages.map((message) => message.id));
      const pictures = (await queries.pictures([...pictureIds])).filter(({ messageId }) =>
        messageIds.has(messageId),
      );
      const whole = unreadable() === before && found.bodies.length === found.messages.length && isJoined(found);
      return { chat: { ...found, pictures }, whole };
    },
  };
}

function stampOf(chat: Chat, messages: readonly Message[], feedback: readonly Feedback[]): string {
  // Whether somebody has seen it is no reason to write it again.
  const { unread: _unread, ...row } = chat;
  return stableId(JSON.stringify([row, messages, feedback]));
}

/** Whether the end of the chat's branch, and whatever another message follows, is there. */
function isJoined({ chat, messages }: ArchivedChat): boolean {
  const ids = new Set(messages.map(({ id }) => id));
  const named = [chat?.leafId ?? null, ...messages.map(({ parentId }) => parentId)];
  return named.every((id) => id === null || ids.has(id));
}
