import type { Chat, Message, QueuedQuestion, Run } from '../domain/chat';
import type { MessageId } from '../domain/ids';
import { titleFrom } from '../domain/title';
import { withWords, type OwnAttachments } from './attachments/own-attachments';
import type { Turn } from './chat-store';
import { newMessage } from './new-message';
import { waitInstead } from './question-queue';

/** What a question's turn is made of, besides the chat and the question. */
interface TurnMaking {
  readonly answer: Message;
  readonly run: Run;
  /** The question that it is another version of. */
  readonly former: Message | undefined;
  /** Messages that go for good with it. */
  readonly discard: readonly MessageId[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What goes with it, its own by now. */
  readonly own?: OwnAttachments | undefined;
}

/** Makes the turn of a question: its rows, and the chat with the answer at its end. */
export function questionTurn(
  chat: Chat,
  { messageId, text, modelRef, after }: QueuedQuestion,
  { answer, run, former, discard, at, own }: TurnMaking,
): Turn & { readonly question: NonNullable<Turn['question']> } {
  // Whoever looks at another branch goes on doing so.
  const isOnView = after === undefined || after === chat.leafId;
  const question = newMessage(messageId, chat.id, at, {
    role: 'user',
    status: 'complete',
    parentId: former === undefined ? (after ?? chat.leafId) : former.parentId,
    page: former?.page ?? null,
  });
  return {
    chat: {
      ...chat,
      title: chat.title === '' ? titleFrom(text, own?.parts) : chat.title,
      leafId: isOnView ? answer.id : chat.leafId,
      queue: waitInstead(chat.queue, after, answer.id),
      clearedLeafId: null,
      deletedAt: null,
      modelRef,
      updatedAt: at,
    },
    question: { message: question, body: { messageId, parts: withWords(own?.parts, text) } },
    answer: { message: answer, body: { messageId: answer.id, parts: [] } },
    run,
    ...(own && { pictures: own.pictures }),
    discard,
  };
}
