import type { Chat, Message } from '../domain/chat';
import type { ChatId, MessageId } from '../domain/ids';

/** A chat with nothing in it. */
export function newChat(id: ChatId, now: number): Chat {
  return {
    id,
    title: '',
    leafId: null,
    clearedLeafId: null,
    modelRef: null,
    readPage: null,
    personaId: null,
    pinned: false,
    archived: false,
    temporary: false,
    queue: [],
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

type Start = Pick<Message, 'role' | 'status' | 'parentId'> & Partial<Message>;

/** A message row with every optional field empty. */
export function newMessage(id: MessageId, chatId: ChatId, now: number, start: Start): Message {
  return {
    id,
    chatId,
    modelRef: null,
    assistantName: null,
    page: null,
    error: null,
    note: null,
    usage: null,
    createdAt: now,
    finishedAt: start.status === 'streaming' ? null : now,
    ...start,
  };
}
