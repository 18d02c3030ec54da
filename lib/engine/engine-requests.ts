import type { ModelRef, QueuedQuestion } from '../domain/chat';
import type { ChatId, MessageId } from '../domain/ids';
import type { PageRequest } from '../domain/page';
import type { WholePagePlan } from '../domain/whole-page/plan';

/** A question to ask. Ids are the caller's, so that asking twice after a broken port asks once. */
export interface SendRequest extends Omit<QueuedQuestion, 'after'> {
  readonly chatId: ChatId;
  /** The user's choice for this chat, where one was made. */
  readonly readPage: boolean | null;
}

/** Another answer to an earlier question. */
export interface RegenerateRequest {
  /** The answer to replace on view; it stays as a version. */
  readonly messageId: MessageId;
  readonly answerId: MessageId;
  readonly modelRef: ModelRef;
  readonly page: PageRequest | null;
  /** How its page is read part by part, where it is asked over all of them. */
  readonly wholePage?: WholePagePlan;
  /** Whether the model is for this answer alone: the chat goes on with its own. */
  readonly once?: boolean;
}

/** An answer to take up again in its own message: to go on from its text, or to try again where it has none. */
export interface ResumeRequest {
  readonly messageId: MessageId;
  readonly modelRef: ModelRef;
  readonly page: PageRequest | null;
  /** Asks without the page that the question carried. */
  readonly dropPage: boolean;
  /** Of an answer over a whole page: goes on without the parts that were not read. */
  readonly leaveOutUnread?: boolean;
}
