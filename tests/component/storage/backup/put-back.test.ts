import { describe, expect, test } from 'vitest';
import { putBack, putBackInMemory } from '../../../../lib/storage/backup/put-back';
import { createMemoryRows } from '../../../../lib/storage/memory-rows';
import { createQueries } from '../../../../lib/storage/queries';
import { readArchivedChat } from '../../../../lib/storage/read-archived-chats';
import { smallChat } from '../../../support/archive/small-chat';
import { chatIdOf, messageIdOf, textParts } from '../../../support/rows';
import { openDatabase } from '../open-database';

const CHAT = chatIdOf('a');

describe('putting a chat back', () => {
  test('brings all of it into an empty database, and nothing a second time', async () => {
    const database = await openDatabase();
    const chat = smallChat('a', 4);
    expect(await putBack(database, chat)).toBe(4);
    expect(await readArchivedChat(createQueries(database), CHAT)).toEqual(chat);
    expect(await putBack(database, chat)).toBe(0);
  });

  test('leaves what can be read as it is, and mends what cannot', async () => {
    const database = await openDatabase();
    const chat = smallChat('a', 4);
    await putBack(database, chat);
    await database.bodies.put({ messageId: messageIdOf('a0'), parts: textParts('Changed since') });
    await database.bodies.put({ messageId: messageIdOf('a1'), parts: 'no list' as never });
    await database.messages.delete(messageIdOf('a2'));
    expect(await putBack(database, chat)).toBe(2);
    const texts = await database.bodies.bulkGet(['a0', 'a1', 'a2'].map(messageIdOf));
    expect(texts.map((body) => body?.parts)).toEqual([
      textParts('Changed since'),
      textParts('Text of a1'),
      textParts('Text of a2'),
    ]);
    expect(await database.messages.count()).toBe(4);
  });

  test('does not bring back what was deleted', async () => {
    const database = await openDatabase();
    const chat = smallChat('a', 4);
    await putBack(database, chat);
    await database.chats.update(CHAT, { deletedAt: 5 });
    await database.messages.delete(messageIdOf('a2'));
    expect(await putBack(database, chat)).toBe(0);
    expect(await database.messages.count()).toBe(3);
  });

  test('works in memory where there is no database', () => {
    const rows = createMemoryRows();
    expect(putBackInMemory(rows, smallChat('a', 4))).toBe(4);
    expect(putBackInMemory(rows, smallChat('a', 4))).toBe(0);
    expect([rows.chats.size, rows.messages.size, rows.bodies.size, rows.snapshots.size]).toEqual([1, 4, 4, 1]);
  });
});
