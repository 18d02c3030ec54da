import type { Message } from '../domain/chat';
import type { ContentPart } from '../domain/content';
import type { ChatId, MessageId, SnapshotId } from '../domain/ids';
import type { PageSnapshot } from '../domain/page';
import { branchTo } from '../domain/thread';
import { liftOver, visibleTree } from '../domain/visible-tree';
import type { ChatStore } from '../engine/chat-store';
import { DRAFT_PICTURES_KEPT_MS } from './draft-pictures';
import type { MemoryRows } from './memory-rows';
import type { SnapshotRow } from './schema';

/** Makes a chat store over rows in memory. They are copied on their way in and out, as a database would. */
export function createMemoryChatStore(rows: MemoryRows): ChatStore {
  const { chats, messages, bodies, runs, snapshots, attachments, feedback } = rows;
  const inChat = (chatId: ChatId) => [...messages.values()].filter((message) => message.chatId === chatId);
  const copy = async <Row>(row: Row): Promise<Row> => structuredClone(row);

  function putMessage(message: Message, parts: readonly ContentPart[]): void {
    messages.set(message.id, structuredClone(message));
    bodies.set(message.id, structuredClone({ messageId: message.id, parts }));
  }

  function removeRunsOf(ids: readonly MessageId[]): void {
    for (const run of [...runs.values()]) if (ids.includes(run.messageId)) runs.delete(run.id);
  }

  /** Makes snapshots that no message carries any more drafts again, which are purged in time. */
  function release(released: readonly SnapshotId[]): void {
    const carried = new Set([...messages.values()].map(({ page }) => page?.snapshotId));
    for (const id of released) {
      const snapshot = snapshots.get(id);
      if (snapshot !== undefined && !carried.has(id)) {
        snapshots.set(id, { ...snapshot, draftAt: snapshot.takenAt });
      }
    }
  }

  const carriedBy = (ids: readonly MessageId[]) =>
    ids.flatMap((id) => {
      const page = messages.get(id)?.page;
      return page ? [page.snapshotId] : [];
    });

  function removeMessages(ids: readonly MessageId[]): void {
    const released = carriedBy(ids);
    for (const id of ids) for (const table of [messages, bodies, feedback]) table.delete(id);
    for (const { id, messageId } of [...attachments.values()]) if (ids.includes(messageId)) attachments.delete(id);
    removeRunsOf(ids);
    release(released);
  }

  return {
    async beginTurn({ chat, question, answer, run, discard, isNew = false, pictures = [] }) {
      if (isNew && chats.has(chat.id)) throw new DOMException('The chat is there already.', 'ConstraintError');
      removeMessages(discard);
      if (question !== null) putMessage(question.message, question.body.parts);
      putMessage(answer.message, answer.body.parts);
      for (const picture of pictures) attachments.set(picture.id, { ...picture });
      runs.set(run.id, { ...run });
      chats.set(chat.id, structuredClone(chat));
    },
    async checkpoint({ run, parts }) {
      bodies.set(run.messageId, structuredClone({ messageId: run.messageId, parts }));
      runs.set(run.id, { ...run });
    },
    async finishRun(run, message, parts) {
      putMessage(message, parts);
      runs.delete(run.id);
    },
    async rewriteAnswer(message, parts) {
      putMessage(message, parts);
    },
    deadRuns(ownerId) {
      const alive = [...runs.values()].filter((run) => run.ownerId === ownerId).map((run) => run.messageId);
      const streaming = [...messages.values()].filter(({ status }) => status === 'streaming');
      return copy(streaming.filter(({ id }) => !alive.includes(id)));
    },
    async settle(settled) {
      for (const message of settled) messages.set(message.id, structuredClone(message));
      removeRunsOf(settled.map(({ id }) => id));
    },
    chat: (id) => copy(chats.get(id)),
    message: (id) => copy(messages.get(id)),
    messagesOf: (chatId) => copy(inChat(chatId)),
    thread(leafId) {
      const leaf = messages.get(leafId);
      const branch = leaf === undefined ? [] : branchTo(visibleTree(inChat(leaf.chatId)), leafId);
      return copy(branch.map((message) => ({ message, parts: bodies.get(message.id)?.parts ?? [] })));
    },
    async updateChat(id, change) {
      const chat = chats.get(id);
      if (chat !== undefined) chats.set(id, structuredClone({ ...chat, ...change }));
    },
    async changeChats(ids, change) {
      for (const id of ids) {
        const chat = chats.get(id);
        if (chat !== undefined) chats.set(id, structuredClone({ ...chat, ...change(chat) }));
      }
    },
    async addChat(whole) {
      for (const { messageId, parts } of whole.bodies) {
        const message = whole.messages.find(({ id }) => id === messageId);
        if (message !== undefined) putMessage(message, parts);
      }
      for (const picture of whole.pictures) attachments.set(picture.id, { ...picture });
      for (const snapshot of whole.snapshots) snapshots.set(snapshot.id, structuredClone(snapshot));
      chats.set(whole.chat.id, structuredClone(whole.chat));
    },
    async markDeleted(chatId, { ids, deletion }, change) {
      for (const id of ids) {
        const message = messages.get(id);
        if (message === undefined) continue;
        const { deletion: _former, ...kept } = message;
        messages.set(id, deletion === null ? kept : { ...kept, deletion: { ...deletion } });
      }
      const chat = chats.get(chatId);
      if (chat !== undefined) chats.set(chatId, structuredClone({ ...chat, ...change }));
    },
    async purgeDeleted(before) {
      for (const chat of [...chats.values()]) {
        if (chat.deletedAt === null || chat.deletedAt >= before) continue;
        removeMessages(inChat(chat.id).map(({ id }) => id));
        chats.delete(chat.id);
      }
      const isGone = ({ deletion }: Message) => deletion !== undefined && deletion.at < before;
      for (const [chatId, gone] of Map.groupBy([...messages.values()].filter(isGone), (row) => row.chatId)) {
        for (const message of liftOver(inChat(chatId), isGone)) {
          if (messages.get(message.id) !== message) messages.set(message.id, message);
        }
        removeMessages(gone.map(({ id }) => id));
      }
      for (const [id, { draftAt }] of [...snapshots]) {
        if (draftAt !== undefined && draftAt < before) snapshots.delete(id);
      }
      for (const [id, { draftAt }] of [...attachments]) {
        if (draftAt !== undefined && draftAt < before - DRAFT_PICTURES_KEPT_MS) attachments.delete(id);
      }
    },
    async snapshot(id) {
      const row = snapshots.get(id);
      return row && structuredClone(withoutDraftMark(row));
    },
    snapshotsOf(chatId) {
      const ids = new Set(carriedBy(inChat(chatId).map(({ id }) => id)));
      return copy([...ids].flatMap((id) => snapshots.get(id) ?? []).map(withoutDraftMark));
    },
    async putSnapshot(snapshot) {
      snapshots.set(snapshot.id, structuredClone({ ...snapshot, draftAt: snapshot.takenAt }));
    },
    async setPage(messageId, page) {
      const message = messages.get(messageId);
      if (message === undefined) return;
      const released = carriedBy([messageId]);
      messages.set(messageId, { ...message, page });
      release(released);
      const snapshot = page === null ? undefined : snapshots.get(page.snapshotId);
      if (snapshot !== undefined) snapshots.set(snapshot.id, withoutDraftMark(snapshot));
    },
    async setSent(messageId, sent) {
      const message = messages.get(messageId);
      if (message !== undefined) messages.set(messageId, { ...message, sent: { ...sent } });
    },
    async setSummaries(messageId, summaries) {
      const message = messages.get(messageId);
      if (message !== undefined) messages.set(messageId, { ...message, summaries: [...summaries] });
    },
    async putPicture(picture) {
      attachments.set(picture.id, { ...picture });
    },
    async putDraftPicture(picture) {
      attachments.set(picture.id, { ...picture });
    },
    async dropDraftPicture(id) {
      if (attachments.get(id)?.draftAt !== undefined) attachments.delete(id);
    },
    pictures: (ids) => copy(ids.flatMap((id) => attachments.get(id) ?? [])),
    picturesOf: (ids) => copy([...attachments.values()].filter(({ messageId }) => ids.includes(messageId))),
    async rate(messageId, given) {
      if (given === null) feedback.delete(messageId);
      else feedback.set(messageId, { ...given });
    },
  };
}

function withoutDraftMark({ draftAt: _draftAt, ...snapshot }: SnapshotRow): PageSnapshot {
  return snapshot;
}
