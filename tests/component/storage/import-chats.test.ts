import { describe, expect, test } from 'vitest';
import type { ArchivedChat } from '../../../lib/domain/archive/archived-chat';
import { importChats, takeBackDeadImports } from '../../../lib/storage/import-chats';
import { planImport } from '../../../lib/storage/plan-import';
import { createQueries } from '../../../lib/storage/queries';
import { readArchivedChats } from '../../../lib/storage/read-archived-chats';
import type { AsideDatabase } from '../../../lib/storage/schema';
import {
  answerRow,
  chatIdOf,
  chatRow,
  messageIdOf,
  questionRow,
  snapshotRow,
  textParts,
} from '../../support/rows';
import { openDatabase } from './open-database';

/** A chat of as many messages, each after the one before. */
function chatOf(name: string, count = 4): ArchivedChat {
  const messages = Array.from({ length: count }, (_, index) => {
    const parent = index === 0 ? null : `${name}${index - 1}`;
    const page =
      index === 0 ? { snapshotId: snapshotRow(`${name}-s`, []).id, title: 'P', url: 'https://e.com/' } : null;
    const row =
      index % 2 === 0
        ? questionRow(`${name}${index}`, parent, { page })
        : answerRow(`${name}${index}`, parent ?? '');
    return { ...row, chatId: chatIdOf(name) };
  });
  return {
    chat: chatRow(name, { title: name, leafId: messages.at(-1)?.id ?? null }),
    messages,
    bodies: messages.map(({ id }) => ({ messageId: id, parts: textParts(`text of ${id}`) })),
    feedback: count > 1 ? [{ messageId: messageIdOf(`${name}1`), rating: 1, at: 1, comment: null }] : [],
    pages: [snapshotRow(`${name}-s`, [])],
    pictures: [],
  };
}

const going = () => new AbortController().signal;

async function stored(database: AsideDatabase): Promise<readonly ArchivedChat[]> {
  const queries = createQueries(database);
  const found: ArchivedChat[] = [];
  for await (const chat of readArchivedChats(
    queries,
    (await queries.chats()).map(({ id }) => id),
  ))
    found.push(chat);
  return found;
}

async function rowCounts(database: AsideDatabase): Promise<readonly number[]> {
  const { chats, messages, bodies, feedback, snapshots, imports } = database;
  return Promise.all([chats, messages, bodies, feedback, snapshots, imports].map((table) => table.count()));
}

describe('an import', () => {
  test('stores chats with all that is theirs', async () => {
    const database = await openDatabase();
    const chats = [chatOf('a', 1_200), chatOf('b')];
    const heard: number[] = [];
    await importChats(database, chats, going(), (done) => heard.push(done));
    const found = await stored(database);
    for (const chat of chats) {
      const same = found.find((other) => other.chat?.id === chat.chat?.id);
      expect(same?.messages.length).toBe(chat.messages.length);
      expect(new Set(same?.bodies.map(({ parts }) => parts[0]?.text))).toEqual(
        new Set(chat.bodies.map(({ parts }) => parts[0]?.text)),
      );
      expect(same).toMatchObject({ chat: chat.chat, feedback: chat.feedback, pages: chat.pages });
    }
    expect(await database.imports.count()).toBe(0);
    expect(heard.at(-1)).toBe(1_204);
  });

  test('that is stopped has stored nothing', async () => {
    const database = await openDatabase();
    await importChats(database, [chatOf('kept')], going());
    const before = await rowCounts(database);
    const stop = new AbortController();
    const work = importChats(database, [chatOf('a', 1_200), chatOf('b')], stop.signal, () => stop.abort());
    await expect(work).rejects.toThrow();
    expect(await rowCounts(database)).toEqual(before);
  });

  test('that fails on a row that is there has stored nothing, and overwritten nothing', async () => {
    const database = await openDatabase();
    await importChats(database, [chatOf('b')], going());
    const before = await rowCounts(database);
    const other = { ...chatOf('b', 2), bodies: [{ messageId: messageIdOf('b0'), parts: textParts('other') }] };
    await expect(importChats(database, [chatOf('a', 600), other], going())).rejects.toThrow();
    expect(await rowCounts(database)).toEqual(before);
    expect((await database.bodies.get('b0'))?.parts[0]?.text).toBe('text of b0');
  });

  test('that died amid its work is taken back, but none that goes on', async () => {
    const database = await openDatabase();
    const chat = chatOf('a');
    await database.messages.bulkAdd([...chat.messages]);
    await database.bodies.bulkAdd([...chat.bodies]);
    await database.snapshots.bulkAdd([...chat.pages]);
    const row = { id: 'i', chatIds: [chatIdOf('a')], snapshotIds: chat.pages.map(({ id }) => id) };
    await database.imports.add(row);
    await navigator.locks.request('aside-import', () => takeBackDeadImports(database));
    expect(await database.messages.count()).toBe(4);
    await takeBackDeadImports(database);
    expect(await rowCounts(database)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('a plan', () => {
  test('leaves out what is there, and brings what is there otherwise as a copy, once', async () => {
    const database = await openDatabase();
    await importChats(database, [chatOf('same'), chatOf('other', 2)], going());
    const longer = chatOf('other', 4);
    const plan = await planImport(database, [chatOf('same'), longer, chatOf('new')]);
    expect([plan.duplicates, plan.copies]).toEqual([1, 1]);
    expect(plan.chats.map(({ chat }) => chat?.title)).toEqual(['other', 'new']);
    await importChats(database, plan.chats, going());
    expect(await database.messages.where('chatId').equals('other').count()).toBe(2);
    const again = await planImport(database, [chatOf('same'), longer, chatOf('new')]);
    expect([again.chats.length, again.duplicates]).toEqual([0, 3]);
  });

  test('brings back what was deleted, as a copy', async () => {
    const database = await openDatabase();
    await importChats(database, [chatOf('a')], going());
    await database.chats.update(chatIdOf('a'), { deletedAt: 7 });
    const plan = await planImport(database, [chatOf('a')]);
    expect([plan.chats.length, plan.copies]).toEqual([1, 1]);
    await importChats(database, plan.chats, going());
    expect((await stored(database)).map(({ chat }) => chat?.title)).toEqual(['a']);
  });
});
