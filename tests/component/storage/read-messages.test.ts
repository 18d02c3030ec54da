import { expect, test } from 'vitest';
import { createRowReader } from '../../../lib/storage/read-rows';
import { readMessages } from '../../../lib/storage/read-messages';
import { answerRow, chatIdOf, chatRow, messageIdOf, questionRow } from '../../support/rows';
import { openDatabase } from './open-database';

test('a message that the index has lost is found by the one that follows it, and the last one by its chat', async () => {
  const database = await openDatabase();
  await database.chats.put(chatRow('c', { leafId: messageIdOf('d') }));
  await database.messages.bulkPut([
    questionRow('a', null),
    answerRow('b', 'a'),
    questionRow('c', 'b'),
    answerRow('d', 'c'),
    questionRow('other', null, { chatId: chatIdOf('other') }),
  ]);
  const skip = () => undefined;
  const readers = {
    chats: createRowReader(database.chats, 'chats', skip),
    rows: createRowReader(database.messages, 'messages', skip),
  };
  for (const kept of [['c'], [], ['a', 'b', 'c', 'd'], ['a']]) {
    const found = await readMessages(database.messages.where('id').anyOf(kept), readers, chatIdOf('c'));
    expect(found.map(({ id }) => id).sort(), kept.join()).toEqual(['a', 'b', 'c', 'd']);
  }
});

test('what is nowhere is left out, and what belongs to another chat too', async () => {
  const database = await openDatabase();
  await database.chats.put(chatRow('c', { leafId: messageIdOf('gone') }));
  await database.messages.bulkPut([
    answerRow('b', 'other'),
    questionRow('other', null, { chatId: chatIdOf('other') }),
  ]);
  const skip = () => undefined;
  const readers = {
    chats: createRowReader(database.chats, 'chats', skip),
    rows: createRowReader(database.messages, 'messages', skip),
  };
  const found = await readMessages(database.messages.where('chatId').equals('c'), readers, chatIdOf('c'));
  expect(found.map(({ id }) => id)).toEqual(['b']);
});
