import type { ArchivedChat } from '../../domain/archive/archived-chat';
import type { BackupShelf, RestoreOutcome } from '../../domain/backup/backup';
import { completeChat } from '../../domain/backup/complete-chat';
import type { Queries } from '../queries';
import type { BackupKeeper } from './backup-keeper';
import type { BackupSource } from './backup-source';

/** What chats come back to. */
export interface RestoreTarget {
  readonly source: BackupSource;
  readonly queries: Pick<Queries, 'chats'>;
  /** Whether a new database is needed: there is one, and it can't be used. */
  readonly needsNew: () => boolean;
  /** Makes it. Resolves to whether there is one to write to now. */
  readonly renew: () => Promise<boolean>;
  /** Puts back what is not there of a chat, in memory where there is no database. Resolves to how many messages came. */
  readonly putBack: (chat: ArchivedChat) => Promise<number>;
  /** Chats are there again that were missing. */
  readonly noteRestored: () => Promise<void>;
}

interface RestoreDependencies {
  readonly target: () => RestoreTarget;
  readonly shelf: BackupShelf;
  readonly keeper: Pick<BackupKeeper, 'rest' | 'wake'>;
}

/** Makes what brings the chats of the backup back. One after the other; asked twice it brings nothing twice. */
export function createRestore({
  target: current,
  shelf,
  keeper,
}: RestoreDependencies): () => Promise<RestoreOutcome> {
  async function restore(): Promise<RestoreOutcome> {
    await keeper.rest();
    const target = current();
    let inMemory = false;
    if (target.needsNew()) {
      await salvage(target);
      inMemory = !(await target.renew());
    }
    let chats = 0;
    let messages = 0;
    let unread = 0;
    for (const { chatId } of await shelf.entries()) {
      const chat = await shelf.read(chatId);
      if (chat === null) {
        unread += 1;
        continue;
      }
      const came = await target.putBack(chat);
      messages += came;
      if (came > 0) chats += 1;
    }
    await target.noteRestored();
    return { chats, messages, unread, inMemory };
  }

  /** Puts whatever can still be read beside the backup, before the database goes that it is in. */
  async function salvage(target: RestoreTarget): Promise<void> {
    for (const chat of await target.queries.chats()) {
      const read = chat.temporary ? null : await target.source.read(chat.id);
      if (read === null) continue;
      const backedUp = await shelf.read(chat.id);
      await shelf.put(backedUp === null ? read.chat : completeChat(read.chat, backedUp).whole, SALVAGED);
    }
  }

  let running: Promise<RestoreOutcome> | undefined;
  return async () => {
    running ??= restore().finally(() => {
      running = undefined;
      keeper.wake();
    });
    return running;
  };
}

/** No stamp of a chat: it is written again when it is back. */
const SALVAGED = 'salvaged';
