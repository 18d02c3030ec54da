import type { ArchivedChat } from '../archive/archived-chat';
import type { ChatId } from '../ids';

/** How much the backup holds: the chats last used, as many as fit. */
export const BACKUP_LIMITS = {
  chats: 50,
  /** Bytes of all. */
  bytes: 50_000_000,
  /** Bytes of one chat; beyond it its pictures are left out, then its pages. */
  chatBytes: 10_000_000,
} as const;

/** A chat in the backup, as its file says. */
export interface BackupEntry {
  readonly chatId: ChatId;
  /** What the chat was like: the same for the same rows. */
  readonly stamp: string;
  /** When the chat was last used, and when it was written here; milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly writtenAt: number;
  readonly messages: number;
  readonly bytes: number;
}

/** What the backup holds, for whoever decides about it. */
export interface BackupSummary {
  readonly chats: number;
  /** Bytes. */
  readonly bytes: number;
  /** When something was last written to it; null: never. */
  readonly writtenAt: number | null;
}

/** What a restore has brought. */
export interface RestoreOutcome {
  /** Chats that something came back to. */
  readonly chats: number;
  readonly messages: number;
  /** Chats of the backup whose own file could not be read. */
  readonly unread: number;
  /** Whether the browser gave no room for a new database, so that they are in memory until it closes. */
  readonly inMemory: boolean;
}

/** Where the backup is kept, apart from the database. */
export interface BackupShelf {
  entries(): Promise<readonly BackupEntry[]>;
  /** Writes a chat; what was there stays beside it until the next time, if nothing of it was deleted since. */
  put(chat: ArchivedChat, stamp: string): Promise<BackupEntry>;
  /** Reads a chat, from the writing before where the last one is damaged; null where neither can be read. */
  read(chatId: ChatId): Promise<ArchivedChat | null>;
  drop(chatIds: readonly ChatId[]): Promise<void>;
  /** Removes all. */
  clear(): Promise<void>;
}

/** Sums it up. */
export function summarizeBackup(entries: readonly BackupEntry[]): BackupSummary {
  return {
    chats: entries.length,
    bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
    writtenAt: entries.reduce<number | null>(
      (last, { writtenAt }) => (last === null || writtenAt > last ? writtenAt : last),
      null,
    ),
  };
}
