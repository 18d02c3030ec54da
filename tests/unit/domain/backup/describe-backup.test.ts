import { expect, test } from 'vitest';
import { summarizeBackup, type BackupEntry } from '../../../../lib/domain/backup/backup';
import { describeBackup, describeRestore, offerBackup } from '../../../../lib/domain/backup/describe-backup';
import { chatIdOf } from '../../../support/rows';

const entry = (chatId: string, writtenAt: number): BackupEntry => ({
  chatId: chatIdOf(chatId),
  stamp: '',
  updatedAt: 0,
  writtenAt,
  messages: 2,
  bytes: 1_000_000,
});
const AT = new Date(2026, 10, 25, 22, 15).getTime();

test('says when it was written, how many chats and how much', () => {
  const summary = summarizeBackup([entry('a', AT - 5), entry('b', AT)]);
  expect(summary).toEqual({ chats: 2, bytes: 2_000_000, writtenAt: AT });
  expect(describeBackup(summary)).toMatch(/^Last written on Nov 25, 2026, 10:15\sPM: 2 chats, 2 MB\.$/);
  expect(offerBackup(summary)).toMatch(/^The backup of Nov 25, 2026, 10:15\sPM holds 2 chats\.$/);
});

test('offers nothing where nothing is in it', () => {
  const empty = summarizeBackup([]);
  expect(describeBackup(empty)).toContain('Nothing is in it yet');
  expect(offerBackup(empty)).toBeNull();
});

test('tells what came, what did not, and where it is', () => {
  const nothing = { chats: 0, messages: 0, unread: 0, inMemory: false };
  expect(describeRestore(nothing)).toBe('Everything in the backup is in your chats already.');
  expect(describeRestore({ chats: 3, messages: 9, unread: 1, inMemory: true })).toBe(
    '3 chats are back, or whole again, from the backup. The file of one more chat in the backup is damaged. The browser gives Aside no new storage, so they are in memory until it closes, and in the backup: export them now.',
  );
});
