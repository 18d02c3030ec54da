import type { Chat, Deletion, Feedback, Message, MessageBody, Run, ThreadMessage } from '../domain/chat';
import type { WholeChat } from '../domain/copy-branch';
import type { ContentPart } from '../domain/content';
import type { ChatId, MessageId, PictureId, SnapshotId } from '../domain/ids';
import type { ChatSummary } from '../domain/memory/chat-summary';
import type { PageRef, PageSnapshot } from '../domain/page';
import type { Picture } from '../domain/pictures/picture';
import type { SentRecord } from '../domain/sent-request';

/** All that begins with an answer; committed as one before any request goes out. */
export interface Turn {
  /** The chat as it shall be: its leaf is the answer. */
  readonly chat: Chat;
  /** The new question; null where an answer is made again or continued. */
  readonly question: { readonly message: Message; readonly body: MessageBody } | null;
  readonly answer: { readonly message: Message; readonly body: MessageBody };
  readonly run: Run;
  /** Pictures that the question shows, its own from now on. */
  readonly pictures?: readonly Picture[];
  /** Messages that go for good with this turn: those that Clear chat took off view. */
  readonly discard: readonly MessageId[];
  /** The chat must not be there yet: where it is, nothing is stored, and beginTurn rejects with a ConstraintError. */
  readonly isNew?: boolean;
}

/** What a checkpoint of a live answer writes. */
export interface Checkpoint {
  readonly run: Run;
  readonly parts: readonly ContentPart[];
}

/** Which messages were deleted, in which act; null: they are there again. */
export interface DeletionMarks {
  readonly ids: readonly MessageId[];
  readonly deletion: Deletion | null;
}

/**
 * Where the engine keeps chats. Every method is one transaction: it happens whole or not at all, and its promise
 * resolves after the commit. Methods reject with the storage's own error.
 */
export interface ChatStore {
  beginTurn(turn: Turn): Promise<void>;
  checkpoint(checkpoint: Checkpoint): Promise<void>;
  /** Writes the answer's final row and text and removes its run. */
  finishRun(run: Run, message: Message, parts: readonly ContentPart[]): Promise<void>;
  /** Writes an ended answer's row and text anew. Panels read the text again where `finishedAt` is another. */
  rewriteAnswer(message: Message, parts: readonly ContentPart[]): Promise<void>;
  /** Runs that other background instances left behind, with their answers' rows. */
  deadRuns(ownerId: string): Promise<readonly Message[]>;
  /** Marks the answers of dead runs as given and removes those runs. */
  settle(messages: readonly Message[]): Promise<void>;

  chat(id: ChatId): Promise<Chat | undefined>;
  message(id: MessageId): Promise<Message | undefined>;
  /** All messages of a chat, those that were deleted and not yet purged among them. */
  messagesOf(chatId: ChatId): Promise<readonly Message[]>;
  /** The branch that ends at the message, root first, with bodies; without what was deleted. */
  thread(leafId: MessageId): Promise<readonly ThreadMessage[]>;
  updateChat(id: ChatId, change: Partial<Omit<Chat, 'id'>>): Promise<void>;
  /** Changes many chats at once; those that are not there are left out. */
  changeChats(ids: readonly ChatId[], change: (chat: Chat) => Partial<Omit<Chat, 'id'>>): Promise<void>;
  /** Stores a chat that is not there yet, whole. */
  addChat(whole: WholeChat): Promise<void>;
  /** Marks messages of a chat as deleted, or as not deleted, and changes the chat with that. */
  markDeleted(chatId: ChatId, marks: DeletionMarks, change: Partial<Omit<Chat, 'id'>>): Promise<void>;
  /**
   * Removes chats and messages deleted before `before` (ms since the epoch) with all that is theirs, and unused
   * snapshots. Pictures that no question came to carry go later. What stood below such a message then stands below the one above it.
   */
  purgeDeleted(before: number): Promise<void>;

  snapshot(id: SnapshotId): Promise<PageSnapshot | undefined>;
  /** Snapshots that the chat's messages carry. */
  snapshotsOf(chatId: ChatId): Promise<readonly PageSnapshot[]>;
  putSnapshot(snapshot: PageSnapshot): Promise<void>;
  /** Says which page a question carries; null: none any more. */
  setPage(messageId: MessageId, page: PageRef | null): Promise<void>;

  /** Says what an answer is asked with. */
  setSent(messageId: MessageId, sent: SentRecord): Promise<void>;
  /** Keeps summaries of the branch up to a message on it. */
  setSummaries(messageId: MessageId, summaries: readonly ChatSummary[]): Promise<void>;

  /** Stores a picture of an answer; it goes with that. */
  putPicture(picture: Picture): Promise<void>;
  /** Stores a picture that no question carries yet: `draftAt` says since when. */
  putDraftPicture(picture: Picture): Promise<void>;
  /** Forgets such a picture; nothing where a message carries it by now. */
  dropDraftPicture(id: PictureId): Promise<void>;
  pictures(ids: readonly PictureId[]): Promise<readonly Picture[]>;
  picturesOf(messageIds: readonly MessageId[]): Promise<readonly Picture[]>;

  /** Stores a thumb, or withdraws it where `feedback` is null. */
  rate(messageId: MessageId, feedback: Feedback | null): Promise<void>;
}
