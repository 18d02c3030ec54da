import type { Answer } from './apply-event';
import type { ChatId, MessageId, RunId } from './ids';
import type { RunEvent } from './stream-event';

/** A live answer as a panel that joins late gets it: all so far, and the number of the last batch it includes. */
export interface RunSnapshot {
  readonly runId: RunId;
  readonly chatId: ChatId;
  readonly messageId: MessageId;
  readonly seq: number;
  readonly answer: Answer;
}

/** Events of a live answer since batch `seq - 1`, in order. */
export interface RunBatch {
  readonly runId: RunId;
  readonly chatId: ChatId;
  readonly messageId: MessageId;
  readonly seq: number;
  readonly events: readonly RunEvent[];
}
