import { expect, test } from 'vitest';
import { forgetChat } from '../../../lib/storage/forget-chat';
import { createMemoryChatStore } from '../../../lib/storage/memory-chat-store';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import {
  answerRow,
  block,
  chatIdOf,
  chatRow,
  questionRow,
  snapshotIdOf,
  snapshotRow,
  turnRows,
} from '../../support/rows';

const tables = ['chats', 'messages', 'bodies', 'runs', 'snapshots', 'attachments', 'feedback'] as const;

async function twoChats() {
  const rows = createMemoryRows();
  const store = createMemoryChatStore(rows);
  for (const id of ['own', 'shared', 'unused']) await store.putSnapshot(snapshotRow(id, [block('b1', 'text')]));
  await store.beginTurn(turnRows());
  const later = questionRow('q2', 'a');
  await store.beginTurn({
    ...turnRows({ question: { message: later, body: { messageId: later.id, parts: [] } } }),
    answer: { message: answerRow('a2', 'q2'), body: { messageId: answerRow('a2', 'q2').id, parts: [] } },
  });
  const other = { ...questionRow('o', null), chatId: chatIdOf('other') };
  await store.addChat({
    chat: chatRow('other'),
    messages: [other],
    bodies: [{ messageId: other.id, parts: [] }],
    pictures: [],
    snapshots: [],
  });
  const page = { snapshotId: snapshotIdOf('own'), title: '', url: '', takenAt: 1 };
  await store.setPage(questionRow('q', null).id, page);
  await store.setPage(later.id, { ...page, snapshotId: snapshotIdOf('shared') });
  await store.setPage(other.id, { ...page, snapshotId: snapshotIdOf('shared') });
  return rows;
}

test('nothing of a chat is left, and all of the other', async () => {
  const rows = await twoChats();
  forgetChat(rows, chatIdOf('c'));
  expect([...rows.chats.keys()]).toEqual(['other']);
  expect([...rows.messages.keys()]).toEqual(['o']);
  expect([...rows.bodies.keys()]).toEqual(['o']);
  expect(rows.runs.size).toBe(0);
  expect([...rows.snapshots.keys()].toSorted()).toEqual(['shared', 'unused']);
});

test('with the last chat goes what was read for a question that was never asked', async () => {
  const rows = await twoChats();
  forgetChat(rows, chatIdOf('c'));
  forgetChat(rows, chatIdOf('other'));
  expect(tables.map((name) => rows[name].size)).toEqual(tables.map(() => 0));
});
