import type { Chat, Message } from '../domain/chat';
import type { ChatId } from '../domain/ids';
import { branchTo, groupVersions, shareMessages } from '../domain/thread';
import type { Queries } from '../storage/queries';

/** A chat as a panel shows it: its rows. Their texts are read apart, where they are looked at. */
export interface ThreadView {
  readonly chat: Chat | null;
  /** The branch on view, root first. */
  readonly branch: readonly Message[];
  /** All messages, on whichever branch. */
  readonly messages: readonly Message[];
  /** Every version of a message of the branch, oldest first. */
  readonly versionsOf: (message: Message) => readonly Message[];
}

export const EMPTY_THREAD: ThreadView = { chat: null, branch: [], messages: [], versionsOf: () => [] };

/**
 * Makes the query behind a thread. `loadEnd` reads the texts that are seen first, so that a thread never comes without
 * them. A row that stayed equal stays the same object. Checkpoints wake nobody: rows of messages hold no text.
 */
export function createThreadQuery(
  queries: Queries,
  chatId: ChatId | null,
  loadEnd: (branch: readonly Message[]) => Promise<void>,
): () => Promise<ThreadView> {
  let messages: readonly Message[] = [];

  return async () => {
    if (chatId === null) return EMPTY_THREAD;
    const [chat, rows] = await Promise.all([queries.chat(chatId), queries.messages(chatId)]);
    if (chat === undefined || chat.deletedAt !== null) return EMPTY_THREAD;
    messages = shareMessages(messages, rows);
    const branch = branchTo(messages, chat.leafId);
    await loadEnd(branch);
    return { chat, branch, messages, versionsOf: groupVersions(messages) };
  };
}
