import type { AttachedPart } from './attachments/attached';
import type { ContentPart } from './content';
import type { ChatError } from './errors';
import type { FeedbackReason } from './feedback/reasons';
import type { ChatId, DeletionId, MessageId, ProviderId, RunId } from './ids';
import type { ChatSummary } from './memory/chat-summary';
import type { ModelParameters } from './model-parameters';
import type { PageRef, PageRequest } from './page';
import type { Persona } from './persona';
import type { SentRecord } from './sent-request';
import type { Spent } from './spending/spent';
import type { Usage } from './stream-event';
import type { WholePagePlan } from './whole-page/plan';

/** Which model of which configured provider. */
export interface ModelRef {
  readonly providerId: ProviderId;
  readonly model: string;
}

/** A conversation. Its messages form a tree by `parentId`; `leafId` names the end of the branch on view. */
export interface Chat {
  readonly id: ChatId;
  readonly title: string;
  readonly leafId: MessageId | null;
  /** After Clear chat: the leaf that Undo restores, until the next message. */
  readonly clearedLeafId: MessageId | null;
  readonly modelRef: ModelRef | null;
  /** Whether questions carry the page; null: the provider's default. */
  readonly readPage: boolean | null;
  readonly personaId: string | null;
  /** The persona of that id as it was when the chat last asked something, for when it is gone. */
  readonly persona?: Persona | null;
  /** How this chat's answers are to be, beside what holds for others too. */
  readonly parameters?: ModelParameters | null;
  readonly pinned: boolean;
  readonly archived: boolean;
  /** Words the user filed it under; missing: none. */
  readonly tags?: readonly string[];
  /** Whether an answer ended that nobody has seen yet. */
  readonly unread?: boolean;
  readonly temporary: boolean;
  /** Questions asked while an answer was written: they go next, in this order. */
  readonly queue: readonly QueuedQuestion[];
  /** Set by Delete; until it is purged, Undo brings the chat back. */
  readonly deletedAt: number | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A question as it was asked, and the ids its messages will have. */
export interface QueuedQuestion {
  readonly messageId: MessageId;
  readonly answerId: MessageId;
  readonly text: string;
  /** What goes with it; missing: nothing. */
  readonly attached?: readonly AttachedPart[];
  readonly modelRef: ModelRef;
  readonly page: PageRequest | null;
  /** How it is to be answered, as far as the model takes it. */
  readonly parameters?: ModelParameters;
  /** The question that this one is another version of. */
  readonly replaces?: MessageId;
  /** How its page is read part by part, where it is asked over all of them. */
  readonly wholePage?: WholePagePlan;
  /** The answer that it waits for and follows; missing in rows of before branches had queues of their own. */
  readonly after?: MessageId;
}

/** Where an answer stands. All but `streaming` are final; design section 1 names the seven. */
export type MessageStatus =
  'streaming' | 'complete' | 'stopped' | 'length' | 'filtered' | 'refused' | 'interrupted' | 'failed';

/** A message's row, without its text (that is in its body). */
export interface Message {
  readonly id: MessageId;
  readonly chatId: ChatId;
  readonly parentId: MessageId | null;
  readonly role: 'user' | 'assistant';
  readonly status: MessageStatus;
  /** An answer's model. */
  readonly modelRef: ModelRef | null;
  /** The assistant's name when it answered, for when its provider is gone. */
  readonly assistantName: string | null;
  /** The persona that it is by; missing: the model as it is. */
  readonly personaId?: string;
  /** How it was asked to be, as far as its model takes it. */
  readonly parameters?: ModelParameters;
  /** The page a question carried. */
  readonly page: PageRef | null;
  readonly error: ChatError | null;
  /** A plain sentence about how the answer ended, e.g. that the model asked for tools. */
  readonly note: string | null;
  /** As its provider counted the last request. */
  readonly usage: Usage | null;
  /** What all its requests took; missing in rows of before that was kept, and where nothing was taken. */
  readonly spent?: Spent;
  /** What an answer was asked with; missing where nothing went out, and in rows of before it was kept. */
  readonly sent?: SentRecord;
  /** How an answer's page is read part by part; missing where it is not. */
  readonly wholePage?: WholePagePlan;
  /** Summaries of the branch up to this message, the last of which holds; few, so their texts stand here. */
  readonly summaries?: readonly ChatSummary[];
  readonly createdAt: number;
  readonly finishedAt: number | null;
  /** Set by Delete; until the message is purged, Undo brings it back. */
  readonly deletion?: Deletion;
}

/** When messages were deleted, and in which act. */
export interface Deletion {
  readonly id: DeletionId;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A message's text. Written by checkpoints while its run lives. */
export interface MessageBody {
  readonly messageId: MessageId;
  readonly parts: readonly ContentPart[];
}

/** A live answer: who writes it and when it last gave a sign. */
export interface Run {
  readonly id: RunId;
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  /** The background instance that runs it. */
  readonly ownerId: string;
  readonly seq: number;
  readonly heartbeat: number;
}

/** A thumb on an answer. */
export interface Feedback {
  readonly messageId: MessageId;
  readonly rating: 0 | 1;
  readonly at: number;
  readonly comment: string | null;
  /** Missing where none was given. */
  readonly reasons?: readonly FeedbackReason[];
}

/** A message with its body. */
export interface ThreadMessage {
  readonly message: Message;
  readonly parts: readonly ContentPart[];
}
