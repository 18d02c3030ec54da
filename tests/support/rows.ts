import type { Chat, Message, ThreadMessage } from '../../lib/domain/chat';
import type { ContentPart } from '../../lib/domain/content';
import type { ChatId, MakeId, MessageId, ProviderId, RunId, SnapshotId, SummaryId } from '../../lib/domain/ids';
import type { ChatSummary } from '../../lib/domain/memory/chat-summary';
import type { Block, PageSnapshot } from '../../lib/domain/page';
import { newChat, newMessage } from '../../lib/engine/new-message';
import type { Turn } from '../../lib/engine/chat-store';

/** Rows for tests, every field set. Ids are the given words. */

export const MODEL = { providerId: 'p' as ProviderId, model: 'm' };

export const chatIdOf = (word: string) => word as ChatId;
export const messageIdOf = (word: string) => word as MessageId;
export const snapshotIdOf = (word: string) => word as SnapshotId;

/** Numbered ids: `id1`, `id2`, … */
export function numberedIds(): MakeId {
  let last = 0;
  return () => `id${(last += 1)}`;
}

export function chatRow(id: string, more: Partial<Chat> = {}): Chat {
  return { ...newChat(chatIdOf(id), 1000), ...more };
}

export function questionRow(id: string, parent: string | null, more: Partial<Message> = {}): Message {
  const parentId = parent === null ? null : messageIdOf(parent);
  return newMessage(messageIdOf(id), chatIdOf('c'), 1000, { role: 'user', status: 'complete', parentId, ...more });
}

export function answerRow(id: string, parent: string, more: Partial<Message> = {}): Message {
  return newMessage(messageIdOf(id), chatIdOf('c'), 1000, {
    role: 'assistant',
    status: 'complete',
    parentId: messageIdOf(parent),
    modelRef: MODEL,
    assistantName: 'Model',
    ...more,
  });
}

export function summaryRow(id: string, more: Partial<ChatSummary> = {}): ChatSummary {
  return {
    id: id as SummaryId,
    text: `Summary ${id}.`,
    messages: 2,
    fence: 'abcdef012345',
    modelRef: MODEL,
    assistantName: 'Model',
    madeAt: 1000,
    ...more,
  };
}

export const textParts = (text: string): readonly ContentPart[] => [{ type: 'text', text }];

export function withText(message: Message, text: string): ThreadMessage {
  return { message, parts: text === '' ? [] : textParts(text) };
}

export function block(id: string, text: string, more: Partial<Block> = {}): Block {
  return { id, kind: 'paragraph', headings: [], text, ...more };
}

export function snapshotRow(id: string, blocks: readonly Block[], more: Partial<PageSnapshot> = {}): PageSnapshot {
  return {
    id: snapshotIdOf(id),
    title: 'A page',
    url: 'https://example.com/a',
    language: 'en',
    blocks,
    notes: [],
    takenAt: 1000,
    tabId: 1,
    fence: 'fence',
    ...more,
  };
}

/** A first turn in chat `c`: question `q`, answer `a` with run `r`. */
export function turnRows(more: Partial<Turn> = {}): Turn {
  const question = questionRow('q', null);
  const answer = answerRow('a', 'q', { status: 'streaming', finishedAt: null });
  return {
    chat: chatRow('c', { leafId: answer.id }),
    question: { message: question, body: { messageId: question.id, parts: textParts('Why?') } },
    answer: { message: answer, body: { messageId: answer.id, parts: [] } },
    run: { id: 'r' as RunId, messageId: answer.id, chatId: chatIdOf('c'), ownerId: 'me', seq: 0, heartbeat: 1000 },
    discard: [],
    ...more,
  };
}
