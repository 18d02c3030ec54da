import type { ChatId, MessageId, SnapshotId } from '../domain/ids';
import { pictureIdsIn } from '../domain/pictures/picture-reference';
import type { Turn } from '../engine/chat-store';
import type { FailoverDependencies } from './failover-store';

/** Brings chats from the database into memory. */
export interface ChatAdopter {
  /** Copies the chat with all that can be read of it, once; a turn under way is there even if nothing can be. */
  adopt(chatId: ChatId): Promise<void>;
  /** Copies a page that is not in memory yet. */
  adoptSnapshot(id: SnapshotId): Promise<void>;
}

interface AdopterDependencies extends FailoverDependencies {
  /** Turns whose answers have not ended, by answer. */
  readonly begun: ReadonlyMap<MessageId, Turn>;
}

/** Makes the adopter. What can't be read counts as not there; the database is not changed. */
export function createChatAdopter(dependencies: AdopterDependencies): ChatAdopter {
  const { disk, diskQueries, memory, rows, health, begun } = dependencies;
  const underWay = new Map<ChatId, Promise<void>>();

  async function readable<Result>(read: Promise<Result>, otherwise: Result): Promise<Result> {
    return read.catch((reason: unknown) => {
      health.fail(reason);
      return otherwise;
    });
  }

  async function copy(chatId: ChatId): Promise<void> {
    const chat = await readable(disk.chat(chatId), undefined);
    const messages = await readable(disk.messagesOf(chatId), []);
    const ids = messages.map(({ id }) => id);
    const bodies = await readable(diskQueries.bodies(ids), []);
    const feedback = await readable(diskQueries.feedback(ids), []);
    const texts = bodies.flatMap(({ parts }) => parts.map(({ text }) => text));
    const pictures = await readable(diskQueries.pictures(texts.flatMap(pictureIdsIn)), []);
    const snapshots = await readable(disk.snapshotsOf(chatId), []);
    for (const message of messages) rows.messages.set(message.id, message);
    for (const body of bodies) rows.bodies.set(body.messageId, body);
    for (const picture of pictures) rows.attachments.set(picture.id, picture);
    for (const given of feedback) rows.feedback.set(given.messageId, given);
    for (const snapshot of snapshots) rows.snapshots.set(snapshot.id, snapshot);
    for (const turn of begun.values()) {
      if (turn.chat.id === chatId && !rows.messages.has(turn.answer.message.id)) {
        await memory.beginTurn({ ...turn, discard: [], isNew: false });
      }
    }
    // Last, because it says that the chat is here.
    if (chat !== undefined) rows.chats.set(chatId, chat);
  }

  return {
    adopt(chatId) {
      if (rows.chats.has(chatId) && !underWay.has(chatId)) return Promise.resolve();
      const copying = underWay.get(chatId) ?? copy(chatId).finally(() => underWay.delete(chatId));
      underWay.set(chatId, copying);
      return copying;
    },
    async adoptSnapshot(id) {
      if (rows.snapshots.has(id)) return;
      const snapshot = await readable(disk.snapshot(id), undefined);
      if (snapshot !== undefined) rows.snapshots.set(id, snapshot);
    },
  };
}
