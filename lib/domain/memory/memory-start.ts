import type { MessageId } from '../ids';

/** Where a model's memory of a chat begins, for a question asked now. */
export interface MemoryStart {
  /** The first message that the model sees; null: the chat's first. */
  readonly firstSeen: MessageId | null;
}

/** All of a chat is seen. */
export const SEES_ALL: MemoryStart = { firstSeen: null };
