import type { Chat, QueuedQuestion } from '../domain/chat';
import type { MessageId } from '../domain/ids';

/** What the questions of a queue wait for. */
interface Waiting {
  /** The answer that has just ended; undefined where somebody asks by hand. */
  readonly ended: MessageId | undefined;
  /** Whether a message is there, and no answer that is still written. */
  readonly isDone: (messageId: MessageId) => boolean;
}

/** The question of a chat's queue whose turn it is, one of the branch on view before others. */
export function dueQuestion(
  { leafId, queue }: Pick<Chat, 'leafId' | 'queue'>,
  { ended, isDone }: Waiting,
): QueuedQuestion | undefined {
  const due = queue.filter((question) => {
    const after = question.after ?? leafId;
    if (after === null) return ended === undefined;
    return isDone(after) && (ended === undefined || ended === after);
  });
  return due.find(({ after }) => after === leafId) ?? due[0];
}

/** The queue where what waited for one answer waits for another. */
export function waitInstead(
  queue: readonly QueuedQuestion[],
  former: MessageId | undefined,
  answerId: MessageId,
): readonly QueuedQuestion[] {
  return queue.map((one) => (one.after !== undefined && one.after === former ? { ...one, after: answerId } : one));
}
