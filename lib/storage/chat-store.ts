import type { Deletion, ThreadMessage } from '../domain/chat';
import type { ChatId, MessageId } from '../domain/ids';
import type { PageRef } from '../domain/page';
import { branchTo } from '../domain/thread';
import { liftOver, visibleTree } from '../domain/visible-tree';
import type { ChatStore } from '../engine/chat-store';
import { dropDraftPicture, purgeDraftPictures } from './draft-pictures';
import { readMessages } from './read-messages';
import { createRowReader } from './read-rows';
import type { AsideDatabase } from './schema';

/** Makes the engine's store over the database. The background is its only user; panels read through queries. */
export function createChatStore(database: AsideDatabase): ChatStore {
  const { chats, messages, bodies, runs, snapshots, attachments, feedback } = database;
  const skip = () => undefined;
  const read = {
    chats: createRowReader(chats, 'chats', skip),
    messages: createRowReader(messages, 'messages', skip),
    bodies: createRowReader(bodies, 'bodies', skip),
    snapshots: createRowReader(snapshots, 'snapshots', skip),
    attachments: createRowReader(attachments, 'attachments', skip),
  };
  const inChat = (chatId: ChatId) =>
    readMessages(messages.where('chatId').equals(chatId), { chats: read.chats, rows: read.messages }, chatId);

  async function removeMessages(ids: readonly MessageId[]): Promise<void> {
    if (ids.length === 0) return;
    const keys = [...ids];
    const rows = await messages.bulkGet(keys);
    await Promise.all([messages.bulkDelete(keys), bodies.bulkDelete(keys), feedback.bulkDelete(keys)]);
    await runs.where('messageId').anyOf(keys).delete();
    await attachments.where('messageId').anyOf(keys).delete();
    // Only where there is something to do: after some dozens of awaits of nothing the transaction is taken for over.
    const pages = new Map(rows.flatMap((row) => (row?.page ? [[row.page.snapshotId, row.page]] : [])));
    for (const page of pages.values()) await release(page);
  }

  /** Removes messages of a chat that is there; what stood below them moves up. */
  async function cutOut(chatId: ChatId, ids: readonly MessageId[]): Promise<void> {
    const all = await inChat(chatId);
    const left = liftOver(all, ({ id }) => ids.includes(id));
    await messages.bulkPut(left.filter((message) => !all.includes(message)));
    await removeMessages(ids);
  }

  /** Makes a snapshot that no message carries any more a draft again, which is purged in time. */
  async function release(page: PageRef | null): Promise<void> {
    if (page === null) return;
    const { snapshotId } = page;
    if ((await messages.where('page.snapshotId').equals(snapshotId).count()) > 0) return;
    const snapshot = await snapshots.get(snapshotId);
    if (snapshot !== undefined) await snapshots.update(snapshotId, { draftAt: snapshot.takenAt });
  }

  return {
    async beginTurn({ chat, question, answer, run, discard, isNew = false, pictures = [] }) {
      // No table is held that others may be reading.
      const cleared = discard.length === 0 ? [] : [feedback, snapshots];
      const shown = discard.length === 0 && pictures.length === 0 ? [] : [attachments];
      await database.transaction('rw', [chats, messages, bodies, runs, ...cleared, ...shown], async () => {
        await removeMessages(discard);
        const turn = [question, answer].filter((one) => one !== null);
        await Promise.all([
          messages.bulkPut(turn.map(({ message }) => message)),
          bodies.bulkPut(turn.map(({ body }) => body)),
          runs.put(run),
          isNew ? chats.add(chat) : chats.put(chat),
          ...pictures.map((picture) => attachments.put(picture)),
        ]);
      });
    },

    async checkpoint({ run, parts }) {
      await database.transaction('rw', [bodies, runs], async () => {
        await bodies.put({ messageId: run.messageId, parts });
        await runs.put(run);
      });
    },

    async finishRun(run, message, parts) {
      await database.transaction('rw', [messages, bodies, runs], async () => {
        await bodies.put({ messageId: message.id, parts });
        await messages.put(message);
        await runs.delete(run.id);
      });
    },

    async rewriteAnswer(message, parts) {
      await database.transaction('rw', [messages, bodies], async () => {
        await bodies.put({ messageId: message.id, parts });
        await messages.put(message);
      });
    },

    async deadRuns(ownerId) {
      const streaming = await read.messages.select(messages.where('status').equals('streaming'));
      const mine = await runs.where('ownerId').equals(ownerId).toArray();
      const alive = new Set(mine.map((run) => run.messageId));
      return streaming.filter((message) => !alive.has(message.id));
    },

    async settle(settled) {
      await database.transaction('rw', [messages, runs], async () => {
        await messages.bulkPut([...settled]);
        const ids = settled.map(({ id }) => id);
        await runs.where('messageId').anyOf(ids).delete();
      });
    },

    chat: (id) => read.chats.get(id),
    message: (id) => read.messages.get(id),
    messagesOf: inChat,

    async thread(leafId) {
      const leaf = await read.messages.get(leafId);
      if (leaf === undefined) return [];
      const branch = branchTo(visibleTree(await inChat(leaf.chatId)), leafId);
      const found = await read.bodies.getAll(branch.map(({ id }) => id));
      const parts = new Map(found.map((body) => [body.messageId, body.parts]));
      return branch.map((message): ThreadMessage => ({ message, parts: parts.get(message.id) ?? [] }));
    },

    async updateChat(id, change) {
      await chats.update(id, change);
    },

    async changeChats(ids, change) {
      await database.transaction('rw', chats, async () => {
        const found = await read.chats.getAll(ids);
        await chats.bulkPut(found.map((chat) => ({ ...chat, ...change(chat) })));
      });
    },

    async addChat(whole) {
      await database.transaction('rw', [chats, messages, bodies, attachments, snapshots], async () => {
        await chats.put(whole.chat);
        await messages.bulkPut([...whole.messages]);
        await bodies.bulkPut([...whole.bodies]);
        await attachments.bulkPut([...whole.pictures]);
        await snapshots.bulkPut([...whole.snapshots]);
      });
    },

    async markDeleted(chatId, { ids, deletion }, change) {
      await database.transaction('rw', [chats, messages], async () => {
        const rows = messages.where('id').anyOf([...ids]);
        if (deletion !== null) await rows.modify({ deletion });
        else await rows.modify((_row, ref) => void delete (ref.value as { deletion?: Deletion }).deletion);
        await chats.update(chatId, change);
      });
    },

    async purgeDeleted(before) {
      await database.transaction(
        'rw',
        [chats, messages, bodies, feedback, runs, snapshots, attachments],
        async () => {
          const gone = await chats.where('deletedAt').below(before).primaryKeys();
          for (const chatId of gone) {
            await removeMessages(await messages.where('chatId').equals(chatId).primaryKeys());
          }
          await chats.bulkDelete(gone);
          const deleted = await messages.where('deletion.at').below(before).toArray();
          for (const [chatId, rows] of Map.groupBy(deleted, (row) => row.chatId)) {
            await cutOut(
              chatId,
              rows.map(({ id }) => id),
            );
          }
          await snapshots.where('draftAt').below(before).delete();
          await purgeDraftPictures(attachments, before);
        },
      );
    },

    snapshot: (id) => read.snapshots.get(id),

    async snapshotsOf(chatId) {
      const carried = await inChat(chatId);
      return read.snapshots.getAll([
        ...new Set(carried.flatMap(({ page }) => (page === null ? [] : [page.snapshotId]))),
      ]);
    },

    async putSnapshot(snapshot) {
      await snapshots.put({ ...snapshot, draftAt: snapshot.takenAt });
    },

    async setPage(messageId, page) {
      await database.transaction('rw', [messages, snapshots], async () => {
        const former = await messages.get(messageId);
        await messages.update(messageId, { page });
        await release(former?.page ?? null);
        if (page !== null) await snapshots.update(page.snapshotId, { draftAt: undefined });
      });
    },

    async setSent(messageId, sent) {
      await messages.update(messageId, { sent });
    },

    async setSummaries(messageId, summaries) {
      await messages.update(messageId, { summaries: [...summaries] });
    },

    async putPicture(picture) {
      await attachments.put(picture);
    },

    async putDraftPicture(picture) {
      await attachments.put(picture);
    },

    dropDraftPicture: (id) => dropDraftPicture(attachments, id),

    pictures: (ids) => read.attachments.getAll(ids),

    picturesOf: (ids) =>
      attachments
        .where('messageId')
        .anyOf([...ids])
        .toArray(),

    async rate(messageId, given) {
      await (given === null ? feedback.delete(messageId) : feedback.put(given));
    },
  };
}
