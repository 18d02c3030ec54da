import type { ArchivedChat } from '../archive/archived-chat';
import type { Message } from '../chat';
import type { MessageId } from '../ids';

/** A chat that was completed from the backup. */
export interface CompletedChat {
  readonly whole: ArchivedChat;
  /** What of it came from the backup; its `chat` is null where the stored row stands. */
  readonly added: ArchivedChat;
}

/**
 * Completes what could be read of a chat with what the backup has of it. What can be read stands, but for an answer that
 * is cut off there and ended in the backup, and for a chat's row that is older than the backup's.
 */
export function completeChat(stored: ArchivedChat, backedUp: ArchivedChat): CompletedChat {
  const rows = new Map(stored.messages.map((message) => [message.id, message]));
  const replaced = new Set<MessageId>(
    backedUp.messages.filter((message) => endsFurther(rows.get(message.id), message)).map(({ id }) => id),
  );
  const ofReplaced = ({ messageId }: { readonly messageId: MessageId }) => replaced.has(messageId);
  const isOlder =
    stored.chat === null || (backedUp.chat !== null && backedUp.chat.updatedAt > stored.chat.updatedAt);
  const added: ArchivedChat = {
    chat: isOlder ? backedUp.chat : null,
    messages: backedUp.messages.filter(({ id }) => !rows.has(id) || replaced.has(id)),
    bodies: notIn(stored.bodies, backedUp.bodies, byMessage, ofReplaced),
    feedback: notIn(stored.feedback, backedUp.feedback, byMessage),
    pages: notIn(stored.pages, backedUp.pages, byId),
    pictures: notIn(stored.pictures, backedUp.pictures, byId),
  };
  const whole: ArchivedChat = {
    chat: added.chat ?? stored.chat,
    messages: joined(stored.messages, added.messages, byId),
    bodies: joined(stored.bodies, added.bodies, byMessage),
    feedback: joined(stored.feedback, added.feedback, byMessage),
    pages: joined(stored.pages, added.pages, byId),
    pictures: joined(stored.pictures, added.pictures, byId),
  };
  return { whole, added };
}

/** What could be read of a chat, with the ends that the backup has of answers that are cut off; nothing else is added. */
export function withEnds(stored: ArchivedChat, backedUp: ArchivedChat): ArchivedChat {
  const rows = new Map(stored.messages.map((message) => [message.id, message]));
  const ended = new Map(
    backedUp.messages.filter((message) => endsFurther(rows.get(message.id), message)).map((row) => [row.id, row]),
  );
  const bodies = new Map(backedUp.bodies.map((body) => [body.messageId, body]));
  return {
    ...stored,
    messages: stored.messages.map((message) => ended.get(message.id) ?? message),
    bodies: stored.bodies.map((body) => (ended.has(body.messageId) ? (bodies.get(body.messageId) ?? body) : body)),
  };
}

/** Whether the backup knows the end of an answer that broke off in what is stored. */
function endsFurther(stored: Message | undefined, backedUp: Message): boolean {
  return stored?.status === 'interrupted' && backedUp.status !== 'interrupted' && backedUp.status !== 'streaming';
}

const byId = ({ id }: { readonly id: string }): string => id;
const byMessage = ({ messageId }: { readonly messageId: string }): string => messageId;

function notIn<Row>(
  stored: readonly Row[],
  backedUp: readonly Row[],
  keyOf: (row: Row) => string,
  always: (row: Row) => boolean = () => false,
): readonly Row[] {
  const keys = new Set(stored.map(keyOf));
  return backedUp.filter((row) => !keys.has(keyOf(row)) || always(row));
}

function joined<Row>(stored: readonly Row[], added: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const keys = new Set(added.map(keyOf));
  return [...stored.filter((row) => !keys.has(keyOf(row))), ...added];
}
