import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createBackupShelf } from '../../../../lib/archive/backup/backup-shelf';
import { BACKUP_LIMITS } from '../../../../lib/domain/backup/backup';
import { createMemoryFolder } from '../../../support/archive/memory-folder';
import { smallChat } from '../../../support/archive/small-chat';
import { chatIdOf, messageIdOf, textParts } from '../../../support/rows';
import { bytesOfBase64 } from '../../../../lib/domain/pictures/base64';
import type { PictureId } from '../../../../lib/domain/ids';

/** A PNG of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the shelf of a backup', () => {
  let folder = createMemoryFolder();
  let shelf = createBackupShelf(folder, () => 5);
  const again = () => createBackupShelf(folder, () => 6);
  const damage = (name: string) => {
    const bytes = folder.files.get(name);
    if (bytes) bytes[bytes.length - 10] = 0;
  };
  beforeEach(() => {
    folder = createMemoryFolder();
    shelf = createBackupShelf(folder, () => 5);
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
  });

  test('gives back what was put there, also to the next background', async () => {
    const picture = {
      id: 'pic' as PictureId,
      messageId: messageIdOf('a1'),
      mime: 'image/png' as const,
      width: 1,
      height: 1,
      data: PIXEL,
    };
    expect(bytesOfBase64(PIXEL)).not.toBeNull();
    const chat = { ...smallChat('a'), pictures: [picture] };
    const entry = await shelf.put(chat, 'as it was');
    expect(entry).toMatchObject({ chatId: 'a', stamp: 'as it was', updatedAt: 1000, writtenAt: 5, messages: 2 });
    for (const one of [shelf, again()]) {
      expect(await one.entries()).toEqual([entry]);
      expect(await one.read(chatIdOf('a'))).toEqual(chat);
    }
    expect(await shelf.read(chatIdOf('b'))).toBeNull();
  });

  test('keeps the writing before, and reads it where the last one is damaged', async () => {
    await shelf.put(smallChat('a', 2), '1');
    await shelf.put(smallChat('a', 4), '2');
    await shelf.put(smallChat('a', 6), '3');
    expect([...folder.files.keys()]).toHaveLength(2);
    damage([...folder.files.keys()].at(-1) ?? '');
    expect((await again().read(chatIdOf('a')))?.messages).toHaveLength(4);
    for (const name of folder.files.keys()) damage(name);
    expect(await again().read(chatIdOf('a'))).toBeNull();
  });

  test('keeps no writing that has what was deleted since', async () => {
    await shelf.put(smallChat('a', 4), '1');
    await shelf.put(smallChat('a', 2), '2');
    expect([...folder.files.keys()]).toHaveLength(1);
    expect(new TextDecoder().decode([...folder.files.values()][0])).not.toContain('Text of a3');
  });

  test('leaves nothing of a chat that is dropped, not even a file that is damaged', async () => {
    await shelf.put(smallChat('a', 2), '1');
    await shelf.put(smallChat('a', 4), '2');
    await shelf.put(smallChat('b'), '1');
    const [first] = folder.files.values();
    first?.fill(0x20);
    await again().drop([chatIdOf('a')]);
    expect([...folder.files.keys()]).toHaveLength(1);
    expect((await again().entries()).map(({ chatId }) => chatId)).toEqual(['b']);
  });

  test('is empty once it is cleared', async () => {
    await shelf.put(smallChat('a'), '1');
    await shelf.clear();
    expect(await shelf.entries()).toEqual([]);
    expect(folder.files.size).toBe(0);
  });

  test('takes a writing that did not come out right for none', async () => {
    await shelf.put(smallChat('a', 2), '1');
    const { write } = folder;
    folder.write = (name, bytes) => write(name, bytes.subarray(0, bytes.length - 20));
    await expect(shelf.put(smallChat('a', 4), '2')).rejects.toThrow('did not come out');
    expect((await shelf.read(chatIdOf('a')))?.messages).toHaveLength(2);
    expect((await again().entries()).map(({ stamp }) => stamp)).toEqual(['1']);
  });

  test('leaves out pages of a chat that would be too large', async () => {
    const chat = smallChat('a');
    const [page] = chat.pages;
    const large = { ...chat, pages: page ? [{ ...page, title: 'x'.repeat(BACKUP_LIMITS.chatBytes) }] : [] };
    const { bytes } = await shelf.put(large, '1');
    expect(bytes).toBeLessThan(10_000);
    expect((await shelf.read(chatIdOf('a')))?.bodies[0]?.parts).toEqual(textParts('Text of a0'));
  });
});
