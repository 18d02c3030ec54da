import type { ChatId, MessageId, PictureId, SnapshotId } from '../ids';
import { pictureReference, replacePictures } from '../pictures/picture-reference';
import type { ArchivedChat } from './archived-chat';
import { stableId } from './stable-id';

/** The id of the copy that a chat becomes where one with its id, but with other messages, is there already. */
export function copyIdOf(chat: ArchivedChat): ChatId {
  const ids = chat.messages.map(({ id }) => id).sort();
  return `copy-${stableId(chat.chat?.id ?? '', ...ids)}` as ChatId;
}

/** The same chat under new ids throughout, which follow from the chat's: the same copy is known again. */
export function withNewIds(archived: ArchivedChat, chatId: ChatId): ArchivedChat {
  const renew = <Id extends string>(id: Id): Id => `copy-${stableId(chatId, id)}` as Id;
  const message = (id: MessageId | null) => (id === null ? null : renew(id));
  const pageIds = new Map(archived.pages.map(({ id }) => [id, renew<SnapshotId>(id)]));
  const pictureIds = new Map(archived.pictures.map(({ id }) => [id, renew<PictureId>(id)]));
  const renamed = <Part extends { readonly text: string }>(part: Part): Part => ({
    ...part,
    text: renamePictures(part.text, pictureIds),
  });
  const { chat } = archived;
  return {
    ...archived,
    chat: chat && {
      ...chat,
      id: chatId,
      leafId: message(chat.leafId),
      clearedLeafId: message(chat.clearedLeafId),
      queue: chat.queue.map((queued) => ({
        ...queued,
        messageId: renew(queued.messageId),
        answerId: renew(queued.answerId),
        ...(queued.attached === undefined ? {} : { attached: queued.attached.map(renamed) }),
        ...(queued.replaces === undefined ? {} : { replaces: renew(queued.replaces) }),
        ...(queued.after === undefined ? {} : { after: renew(queued.after) }),
      })),
    },
    messages: archived.messages.map((row) => ({
      ...row,
      id: renew(row.id),
      chatId,
      parentId: message(row.parentId),
      page: row.page && { ...row.page, snapshotId: pageIds.get(row.page.snapshotId) ?? row.page.snapshotId },
    })),
    bodies: archived.bodies.map(({ messageId, parts }) => ({
      messageId: renew(messageId),
      parts: parts.map(renamed),
    })),
    feedback: archived.feedback.map((given) => ({ ...given, messageId: renew(given.messageId) })),
    pages: archived.pages.map((page) => ({ ...page, id: renew(page.id) })),
    pictures: archived.pictures.map((picture) => ({
      ...picture,
      id: renew(picture.id),
      messageId: renew(picture.messageId),
    })),
  };
}

function renamePictures(text: string, ids: ReadonlyMap<PictureId, PictureId>): string {
  return replacePictures(text, (_alt, reference, whole) => {
    const id = 'id' in reference ? ids.get(reference.id) : undefined;
    if (!('id' in reference) || id === undefined) return whole;
    return whole.replace(pictureReference(reference), () => pictureReference({ ...reference, id }));
  });
}
