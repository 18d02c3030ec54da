import type { MessageId } from '../ids';

/** What goes in the place of the messages of a branch up to one of them. */
export interface ChatSummary {
  /** The message that keeps it. */
  readonly id: MessageId;
  /** The last message that it is of. */
  readonly upTo: MessageId;
  readonly text: string;
}

/** A summary as it stands before the first turn of a prompt. */
export function openingOf({ text }: Pick<ChatSummary, 'text'>): string {
  return `(The earlier part of this chat is not here any more. This is its summary:)\n\n${text}\n\n(The chat goes on from here.)`;
}
