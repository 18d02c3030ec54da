import type { Turn, ChatStore } from '../engine/chat-store';
import type { ChatId, MessageId } from '../domain/ids';
import { createChatAdopter } from './adopt-chat';
import type { MemoryRows } from './memory-rows';
import type { Queries } from './queries';
import type { StorageHealth } from './storage-health';

/** What the failover is made of. */
export interface FailoverDependencies {
  /** The store over the database; its calls reject, and do not hang, while that can't be used. */
  readonly disk: ChatStore;
  readonly diskQueries: Queries;
  /** The store over `rows`. */
  readonly memory: ChatStore;
  readonly rows: MemoryRows;
  readonly health: StorageHealth;
}

/**
 * Makes a store that writes to the database while it can, and to memory from the first failure on. A chat is in one of
 * the two: before it is written to in memory it is copied there with all that can be read of it. So a question is
 * answered whatever the disk does.
 */
export function createFailoverStore(dependencies: FailoverDependencies): ChatStore {
  const { disk, diskQueries, memory, rows, health } = dependencies;
  /** Turns under way: what is only theirs, should the database be lost with all that is in it. */
  const begun = new Map<MessageId, Turn>();
  const adopter = createChatAdopter({ disk, diskQueries, memory, rows, health, begun });
  const isInMemory = (chatId: ChatId) => rows.chats.has(chatId);
  const usesDisk = () => health.state.kind === 'database';

  /** What the database gives, or `otherwise` where it can't be read. */
  async function read<Result>(fromDisk: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await fromDisk();
    } catch (reason) {
      health.fail(reason);
      return otherwise;
    }
  }

  async function write(chatId: ChatId, toDisk: () => Promise<void>, toMemory: () => Promise<void>): Promise<void> {
    if (usesDisk() && !isInMemory(chatId)) {
      try {
        await toDisk();
        return;
      } catch (reason) {
        health.fail(reason);
      }
    }
    await adopter.adopt(chatId);
    await toMemory();
  }

  async function writeMessage(
    id: MessageId,
    toDisk: () => Promise<void>,
    toMemory: () => Promise<void>,
  ): Promise<void> {
    const message = await store.message(id);
    if (message !== undefined) await write(message.chatId, toDisk, toMemory);
  }

  const store: ChatStore = {
    async beginTurn(turn) {
      const { isNew = false, chat, answer } = turn;
      const mustLook = isNew && (!usesDisk() || isInMemory(chat.id));
      if (mustLook && (await store.chat(chat.id)) !== undefined) {
        throw new DOMException('The chat is there already.', 'ConstraintError');
      }
      if (!isNew) begun.set(answer.message.id, turn);
      await write(
        chat.id,
        () => disk.beginTurn(turn),
        () => memory.beginTurn({ ...turn, isNew: false }),
      );
      begun.set(answer.message.id, turn);
    },
    checkpoint: (point) =>
      write(
        point.run.chatId,
        () => disk.checkpoint(point),
        () => memory.checkpoint(point),
      ),
    async finishRun(run, message, parts) {
      await write(
        run.chatId,
        () => disk.finishRun(run, message, parts),
        () => memory.finishRun(run, message, parts),
      );
      begun.delete(message.id);
    },
    rewriteAnswer: (message, parts) =>
      write(
        message.chatId,
        () => disk.rewriteAnswer(message, parts),
        () => memory.rewriteAnswer(message, parts),
      ),
    async deadRuns(ownerId) {
      const inMemory = await memory.deadRuns(ownerId);
      const onDisk = await read(() => disk.deadRuns(ownerId), []);
      return [...inMemory, ...onDisk.filter(({ chatId }) => !isInMemory(chatId))];
    },
    async settle(messages) {
      for (const chatId of new Set(messages.map((message) => message.chatId))) {
        const own = messages.filter((message) => message.chatId === chatId);
        await write(
          chatId,
          () => disk.settle(own),
          () => memory.settle(own),
        );
      }
    },

    chat: async (id) => (await memory.chat(id)) ?? (await read(() => disk.chat(id), undefined)),
    message: async (id) => (await memory.message(id)) ?? (await read(() => disk.message(id), undefined)),
    messagesOf: async (chatId) =>
      isInMemory(chatId) ? memory.messagesOf(chatId) : read(() => disk.messagesOf(chatId), []),
    thread: async (leafId) =>
      rows.messages.has(leafId) ? memory.thread(leafId) : read(() => disk.thread(leafId), []),
    updateChat: (id, change) =>
      write(
        id,
        () => disk.updateChat(id, change),
        () => memory.updateChat(id, change),
      ),
    async changeChats(ids, change) {
      let left = ids.filter(isInMemory);
      const stored = ids.filter((id) => !isInMemory(id));
      try {
        if (usesDisk()) await disk.changeChats(stored, change);
        else left = [...ids];
      } catch (reason) {
        health.fail(reason);
        left = [...ids];
      }
      for (const id of left) await adopter.adopt(id);
      await memory.changeChats(left, change);
    },
    addChat: (whole) =>
      write(
        whole.chat.id,
        () => disk.addChat(whole),
        () => memory.addChat(whole),
      ),
    markDeleted: (id, marks, change) =>
      write(
        id,
        () => disk.markDeleted(id, marks, change),
        () => memory.markDeleted(id, marks, change),
      ),
    async purgeDeleted(before) {
      await memory.purgeDeleted(before);
      if (usesDisk()) await read(() => disk.purgeDeleted(before), undefined);
    },

    snapshot: async (id) => (await memory.snapshot(id)) ?? (await read(() => disk.snapshot(id), undefined)),
    snapshotsOf: async (chatId) =>
      isInMemory(chatId) ? memory.snapshotsOf(chatId) : read(() => disk.snapshotsOf(chatId), []),
    async putSnapshot(snapshot) {
      if (usesDisk()) {
        await read(() => disk.putSnapshot(snapshot), undefined);
        if (usesDisk()) return;
      }
      await memory.putSnapshot(snapshot);
    },
    setPage: (messageId, page) =>
      writeMessage(
        messageId,
        () => disk.setPage(messageId, page),
        async () => {
          if (page !== null) await adopter.adoptSnapshot(page.snapshotId);
          await memory.setPage(messageId, page);
        },
      ),
    setSent: (messageId, sent) =>
      writeMessage(
        messageId,
        () => disk.setSent(messageId, sent),
        () => memory.setSent(messageId, sent),
      ),
    setSummaries: (messageId, summaries) =>
      writeMessage(
        messageId,
        () => disk.setSummaries(messageId, summaries),
        () => memory.setSummaries(messageId, summaries),
      ),
    putPicture: (picture) =>
      writeMessage(
        picture.messageId,
        () => disk.putPicture(picture),
        () => memory.putPicture(picture),
      ),
    async putDraftPicture(picture) {
      if (usesDisk()) {
        await read(() => disk.putDraftPicture(picture), undefined);
        if (usesDisk()) return;
      }
      await memory.putDraftPicture(picture);
    },
    async dropDraftPicture(id) {
      await memory.dropDraftPicture(id);
      if (usesDisk()) await read(() => disk.dropDraftPicture(id), undefined);
    },
    pictures: async (ids) => [
      ...(await memory.pictures(ids)),
      ...(await read(() => disk.pictures(ids.filter((id) => !rows.attachments.has(id))), [])),
    ],
    picturesOf: async (ids) => [
      ...(await memory.picturesOf(ids)),
      ...(await read(() => disk.picturesOf(ids.filter((id) => !rows.messages.has(id))), [])),
    ],
    rate: (messageId, given) =>
      writeMessage(
        messageId,
        () => disk.rate(messageId, given),
        () => memory.rate(messageId, given),
      ),
  };
  return store;
}
