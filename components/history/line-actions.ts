import type { Chat } from '../../lib/domain/chat';

/** What can be done at one line of the list of chats. */
export interface LineActions {
  /** A click on the chat's name: opens it, or selects with Shift, Ctrl or ⌘. */
  readonly click: (chat: Chat, event: MouseEvent) => void;
  readonly toggle: (chat: Chat) => void;
  /** Selects all from where the selection began to this chat. */
  readonly extend: (chat: Chat) => void;
  readonly pin: (chat: Chat, on: boolean) => void;
  readonly archive: (chat: Chat, on: boolean) => void;
  readonly markUnread: (chat: Chat, on: boolean) => void;
  readonly remove: (chat: Chat) => void;
  readonly beginRename: (chat: Chat) => void;
  /** Null: the title stays as it is. */
  readonly endRename: (chat: Chat, title: string | null) => void;
  readonly beginTags: (chat: Chat) => void;
}
