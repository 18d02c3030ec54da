import { formatDate, formatNumber } from '../../words/format';
import { plural } from '../../words/plural';
import type { BackupSummary, RestoreOutcome } from './backup';

const MOMENT = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** What the backup holds, as the settings say it. */
export function describeBackup({ chats, bytes, writtenAt }: BackupSummary): string {
  if (writtenAt === null) return 'Nothing is in it yet: it is written a moment after an answer has ended.';
  const size = formatNumber(Math.max(bytes / 1e6, 0.1), { maximumFractionDigits: 1 });
  return plural(
    chats,
    ['Last written on {0}: one chat, {1} MB.', 'Last written on {0}: # chats, {1} MB.'],
    [formatDate(writtenAt, MOMENT), size],
  );
}

/** The offer to bring it back, beside words about a loss; null where there is nothing in it. */
export function offerBackup({ chats, writtenAt }: BackupSummary): string | null {
  if (chats === 0 || writtenAt === null) return null;
  return plural(
    chats,
    ['The backup of {0} holds one chat.', 'The backup of {0} holds # chats.'],
    [formatDate(writtenAt, MOMENT)],
  );
}

/** What a restore has brought, in whole sentences. */
export function describeRestore({ chats, unread, inMemory }: RestoreOutcome): string {
  const sentences = [
    chats === 0
      ? 'Everything in the backup is in your chats already.'
      : plural(chats, [
          'One chat is back, or whole again, from the backup.',
          '# chats are back, or whole again, from the backup.',
        ]),
    ...(unread === 0
      ? []
      : [
          plural(unread, [
            'The file of one more chat in the backup is damaged.',
            'The files of # more chats in the backup are damaged.',
          ]),
        ]),
    ...(inMemory
      ? [
          'The browser gives Aside no new storage, so they are in memory until it closes, and in the backup: export them now.',
        ]
      : []),
  ];
  return sentences.join(' ');
}
