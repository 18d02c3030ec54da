import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  encodeBackup,
  isWholeBackup,
  readBackup,
  readBackupHeader,
} from '../../../../lib/archive/backup/backup-file';
import { createChatLineReader } from '../../../../lib/archive/chat-lines';
import { anyChats } from '../../../support/archive/any-chats';
import { smallChat } from '../../../support/archive/small-chat';
import { chatRow } from '../../../support/rows';

const about = { stamp: 's', writtenAt: 1 };
const encoded = async (count = 2) => {
  const chat = smallChat('a', count);
  return encodeBackup({ ...chat, chat: chat.chat ?? chatRow('a') }, about);
};

test('after its first line a file is lines of an archive', async () => {
  const [, ...lines] = new TextDecoder()
    .decode(await encoded())
    .trimEnd()
    .split('\n');
  const reader = createChatLineReader(String);
  for (const line of lines) reader.take(line);
  expect(reader.end()?.messages.map(({ id }) => id)).toEqual(['a0', 'a1']);
});

test('whatever chat there is, it comes back from its backup as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyChats, async (chats) => {
      for (const { chat, ...rest } of chats) {
        if (chat === null) continue;
        const whole = { ...rest, chat };
        expect(await readBackup(new Blob([await encodeBackup(whole, about)]))).toEqual(whole);
      }
    }),
    { numRuns: 30 },
  );
});

test('any byte that is another is noticed', async () => {
  const bytes = await encoded();
  const step = Math.ceil(bytes.length / 200);
  for (let at = 0; at < bytes.length; at += step) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    const file = new Blob([changed]);
    const header = await readBackupHeader(file);
    const isSame = JSON.stringify(header) === JSON.stringify(await readBackupHeader(new Blob([bytes])));
    expect(isSame && (await isWholeBackup(file)), `byte ${at}`).toBe(false);
  }
});

test('a file that is cut anywhere is no backup', async () => {
  const bytes = await encoded();
  for (const length of [0, 1, 50, 400, bytes.length - 1]) {
    await expect(readBackup(new Blob([bytes.subarray(0, length)]))).rejects.toThrow('damaged');
  }
});
