import { createBackupShelf } from '../../lib/archive/backup/backup-shelf';
import { summarizeBackup } from '../../lib/domain/backup/backup';
import { ChatFailure } from '../../lib/domain/errors';
import { unusedBefore } from '../../lib/domain/history/auto-delete';
import type { RequestHandlers } from '../../lib/messaging/panel-host';
import { createBackupFolder } from '../../lib/platform/backup-folder';
import { allowedSites, disallowSite } from '../../lib/platform/host-access';
import { createAutoDelete } from '../../lib/storage/auto-delete';
import { createBackupKeeper, type BackupKeeper } from '../../lib/storage/backup/backup-keeper';
import { createRestore } from '../../lib/storage/backup/restore';
import type { DatabaseVault } from '../../lib/storage/chat-vault';
import { eraseItems } from '../../lib/storage/erase-items';
import { autoDeleteItem, lastChatItem } from '../../lib/storage/settings';
import type { ChatService } from './serve-chats';

/** What panels may ask about all that is stored. */
export type DataHandlers = Pick<
  RequestHandlers,
  'backup-summary' | 'restore-backup' | 'count-unused' | 'erase-data'
>;

/** What keeps and ends all that is stored of normal windows. */
export interface KeptData {
  readonly backup: BackupKeeper;
  readonly handlers: DataHandlers;
  /** Deletes what is unused for long, if that is wanted. */
  readonly deleteUnused: () => void;
}

interface KeptDataDependencies {
  /** Both are asked for when they are needed: they are made with what this gives. */
  readonly vault: () => DatabaseVault;
  readonly chats: () => Pick<ChatService, 'stopAll' | 'tellErased' | 'commands'>;
  readonly onActivity: () => (active: boolean) => void;
}

/** Most chats that are counted before somebody lets them be deleted by themselves. */
const MOST_COUNTED = 100_000;

/** Composes the backup of the chats of normal windows, and what deletes them. */
export function keepData({ vault, chats, onActivity }: KeptDataDependencies): KeptData {
  const shelf = createBackupShelf(createBackupFolder('backup'));
  const backup = createBackupKeeper({ source: () => vault().backup.source, shelf, onActivity: onActivity() });
  const deleteUnused = createAutoDelete({
    days: () => autoDeleteItem.getValue(),
    onView: () => lastChatItem.getValue(),
    unusedSince: (before, most) => vault().unusedSince(before, most),
    remove: (chatIds) => chats().commands.organise(chatIds, { kind: 'delete', on: true }),
    onActivity: onActivity(),
  });
  autoDeleteItem.watch(deleteUnused);
  return {
    backup,
    deleteUnused,
    handlers: {
      'backup-summary': async () => summarizeBackup(await shelf.entries()),
      'restore-backup': createRestore({ target: () => vault().backup, shelf, keeper: backup }),
      'count-unused': async ({ days }) =>
        (await vault().unusedSince(unusedBefore(days, Date.now()), MOST_COUNTED)).length,
      async 'erase-data'({ what }) {
        await chats().stopAll();
        await vault().erase(what);
        // What was being written there meanwhile was read before.
        await backup.rest();
        await shelf.clear();
        await eraseItems(what);
        if (what === 'everything') {
          for (const pattern of await allowedSites()) await disallowSite(pattern);
        }
        chats().tellErased();
        return null;
      },
    },
  };
}

/** What panels of other windows are answered: nothing of theirs is written anywhere. */
export const NO_DATA: DataHandlers = {
  'backup-summary': () => null,
  'restore-backup': refuse,
  'count-unused': () => 0,
  'erase-data': refuse,
};

function refuse(): never {
  throw new ChatFailure({
    kind: 'unknown',
    detail: 'Chats of private windows and temporary chats are in memory alone. Do this in a normal window.',
  });
}
