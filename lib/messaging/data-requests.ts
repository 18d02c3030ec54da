import * as v from 'valibot';
import type { BackupSummary, RestoreOutcome } from '../domain/backup/backup';

/** Requests about all that is stored, beside single chats. */
export const dataRequests = [
  v.object({ type: v.literal('backup-summary') }),
  v.object({ type: v.literal('restore-backup') }),
] as const;

/** What they are answered with. */
export interface DataReplies {
  /** Null where nothing may be backed up, as in private windows. */
  'backup-summary': BackupSummary | null;
  'restore-backup': RestoreOutcome;
}
