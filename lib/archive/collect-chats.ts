import type { ArchivedChat } from '../domain/archive/archived-chat';
import type { Message, MessageBody } from '../domain/chat';
import { mendTree } from '../domain/archive/mend-tree';
import { ImportFailure } from './import-failure';
import type { ImportLimits } from './limits';
import { plural } from '../words/plural';

/** Chats that came from a file so far. */
export interface Collector {
  readonly chats: ArchivedChat[];
  /** How many messages had lost what they followed, or followed themselves. */
  readonly mended: number;
  /** Adds a chat, put in order. Fails where an id comes twice or a limit is passed. */
  add(chat: ArchivedChat): void;
}

/** Makes a collector. */
export function createCollector(limits: ImportLimits, onMessages?: (messages: number) => void): Collector {
  const chats: ArchivedChat[] = [];
  const chatIds = new Set<string>();
  const messageIds = new Set<string>();
  let mended = 0;

  function takeIds({ chat, messages }: ArchivedChat): void {
    const title = (chat?.title ?? '').slice(0, 80);
    const before = messageIds.size;
    for (const { id } of messages) messageIds.add(id);
    if (chat === null || chatIds.has(chat.id) || messageIds.size !== before + messages.length) {
      throw new ImportFailure(`The chat “${title}”, or a message of it, is in the file twice.`);
    }
    chatIds.add(chat.id);
    if (messageIds.size > limits.messages) throw tooManyMessages(limits.messages);
    if (chatIds.size > limits.chats) {
      throw new ImportFailure(
        plural(limits.chats, ['It holds more than one chat.', 'It holds more than # chats.']),
      );
    }
  }

  return {
    chats,
    get mended() {
      return mended;
    },
    add(archived) {
      takeIds(archived);
      const { chat } = archived;
      if (chat === null) return;
      const tree = mendTree(archived.messages, chat.clearedLeafId === null ? chat.leafId : null);
      mended += tree.mended;
      const isCleared = chat.leafId === null && chat.clearedLeafId !== null;
      chats.push({
        ...archived,
        chat: {
          ...chat,
          // Nothing that a file brings is deleted, or answered while nobody asked.
          deletedAt: null,
          temporary: false,
          leafId: isCleared ? null : tree.leafId,
          clearedLeafId:
            isCleared && tree.messages.some(({ id }) => id === chat.clearedLeafId) ? chat.clearedLeafId : null,
        },
        messages: tree.messages.map(settled),
        bodies: withBodies(tree.messages, archived.bodies),
      });
      onMessages?.(messageIds.size);
    },
  };
}

/** Says that a file holds more messages than are taken at once. */
export function tooManyMessages(most: number): ImportFailure {
  return new ImportFailure(
    plural(most, [
      'It holds more than one message, which is more than Aside takes at once.',
      'It holds more than # messages, which is more than Aside takes at once.',
    ]),
  );
}

/** An answer that was being written when the file was made ended there. */
function settled(message: Message): Message {
  return message.status === 'streaming'
    ? { ...message, status: 'interrupted', finishedAt: message.finishedAt ?? message.createdAt }
    : message;
}

function withBodies(messages: readonly Message[], bodies: readonly MessageBody[]): readonly MessageBody[] {
  const known = new Map(bodies.map((body) => [body.messageId, body]));
  return messages.map(({ id }) => known.get(id) ?? { messageId: id, parts: [] });
}
