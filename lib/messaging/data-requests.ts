import * as v from 'valibot';
import type { BackupSummary, RestoreOutcome } from '../domain/backup/backup';

/** Requests about all that is stored, beside single chats. */
export const dataRequests = [
  v.object({ type: v.literal('backup-summary') }),
  v.object({ type: v.literal('restore-backup') }),
  v.object({ type: v.literal('count-unused'), days: v.pipe(v.number(), v.minValue(1)) }),
  v.object({ type: v.literal('erase-data'), what: v.picklist(['chats', 'everything']) }),
] as const;

/** What they are answered with. */
export interface DataReplies {
  /** Null where nothing may be backed up, as in private windows. */
  'backup-summary': BackupSummary | null;
  'restore-backup': RestoreOutcome;
  /** How many chats an auto-delete after so many days would delete now. */
  'count-unused': number;
}
