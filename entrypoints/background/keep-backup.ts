import { createBackupShelf } from '../../lib/archive/backup/backup-shelf';
import { summarizeBackup } from '../../lib/domain/backup/backup';
import { ChatFailure } from '../../lib/domain/errors';
import type { RequestHandlers } from '../../lib/messaging/panel-host';
import { createBackupFolder } from '../../lib/platform/backup-folder';
import { createBackupKeeper, type BackupKeeper } from '../../lib/storage/backup/backup-keeper';
import { createRestore, type RestoreTarget } from '../../lib/storage/backup/restore';

/** What panels may ask of the backup. */
export type BackupHandlers = Pick<RequestHandlers, 'backup-summary' | 'restore-backup'>;

/** The backup of one vault, and what panels may ask of it. */
export interface KeptBackup {
  readonly keeper: BackupKeeper;
  readonly handlers: BackupHandlers;
}

/** Composes the backup of the chats of normal windows. */
export function keepBackup(target: () => RestoreTarget, onActivity: (active: boolean) => void): KeptBackup {
  const shelf = createBackupShelf(createBackupFolder('backup'));
  const keeper = createBackupKeeper({ source: () => target().source, shelf, onActivity });
  const restore = createRestore({ target, shelf, keeper });
  return {
    keeper,
    handlers: {
      'backup-summary': async () => summarizeBackup(await shelf.entries()),
      'restore-backup': restore,
    },
  };
}

/** What panels of private windows are answered: nothing of theirs is written anywhere. */
export const NO_BACKUP: BackupHandlers = {
  'backup-summary': () => null,
  'restore-backup': () => {
    throw new ChatFailure({ kind: 'unknown', detail: 'Chats of private windows have no backup.' });
  },
};
