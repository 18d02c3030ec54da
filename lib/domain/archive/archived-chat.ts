import type { Chat, Feedback, Message, MessageBody } from '../chat';
import type { PageSnapshot } from '../page';
import type { Picture } from '../pictures/picture';

/** A chat with all that is its own, as files hold it. */
export interface ArchivedChat {
  /** Null where only its messages could be read. */
  readonly chat: Chat | null;
  /** All of them, in whatever order; they form a tree. */
  readonly messages: readonly Message[];
  readonly bodies: readonly MessageBody[];
  readonly feedback: readonly Feedback[];
  readonly pages: readonly PageSnapshot[];
  readonly pictures: readonly Picture[];
  /** How many of its pictures could not be read and are not among them; missing where none is. */
  readonly unreadPictures?: number;
}

/** Chats as one JSON file: what “Export” gives as JSON, and what a banner about the storage saves. */
export interface ChatsFile {
  readonly format: 'aside-chats';
  readonly version: 1;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly chats: readonly ArchivedChat[];
}
