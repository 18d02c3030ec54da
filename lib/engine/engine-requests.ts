import type { ModelRef, QueuedQuestion } from '../domain/chat';
import type { ChatId, MessageId } from '../domain/ids';
import type { ModelParameters } from '../domain/model-parameters';
import type { PageRequest } from '../domain/page';
import type { WholePagePlan } from '../domain/whole-page/plan';
import type { Persona } from '../domain/persona';

/** A question to ask. Ids are the caller's, so that asking twice after a broken port asks once. */
export interface SendRequest extends Omit<QueuedQuestion, 'after'> {
  readonly chatId: ChatId;
  /** The user's choice for this chat, where one was made. */
  readonly readPage: boolean | null;
  /** The caller made the chat's id for this question, which may have been asked before all the same. */
  readonly begins?: boolean;
  /** Who answers in this chat; missing: whoever did. */
  readonly persona?: Persona | null;
  /** How this chat's answers are to be; missing: as before. */
  readonly chatParameters?: ModelParameters | null;
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
  readonly parameters?: ModelParameters;
}

/** An answer to take up again in its own message: to go on from its text, or to try again where it has none. */
export interface ResumeRequest {
  readonly messageId: MessageId;
  readonly modelRef: ModelRef;
  readonly page: PageRequest | null;
  readonly parameters?: ModelParameters;
  /** Asks without the page that the question carried. */
  readonly dropPage: boolean;
  /** Goes on once over a budget that is spent. */
  readonly overBudget?: boolean;
  /** Of an answer over a whole page: goes on without the parts that were not read. */
  readonly leaveOutUnread?: boolean;
}
