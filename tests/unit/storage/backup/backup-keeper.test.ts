import { describe, expect, test, vi } from 'vitest';
import { createBackupShelf } from '../../../../lib/archive/backup/backup-shelf';
import type { ArchivedChat } from '../../../../lib/domain/archive/archived-chat';
import type { ChatId } from '../../../../lib/domain/ids';
import { createBackupKeeper } from '../../../../lib/storage/backup/backup-keeper';
import type { BackupSource } from '../../../../lib/storage/backup/backup-source';
import { createMemoryFolder } from '../../../support/archive/memory-folder';
import { smallChat } from '../../../support/archive/small-chat';
import { chatIdOf } from '../../../support/rows';

/** A keeper over chats in memory; `done` resolves when it has gone to sleep. */
function rig(limits = { chats: 50, bytes: 50_000_000 }) {
  const chats = new Map<ChatId, { chat: ArchivedChat; whole: boolean }>();
  const reads: string[] = [];
  const rowOf = (id: ChatId) => chats.get(id)?.chat.chat ?? undefined;
  const source: BackupSource = {
    async recent(most) {
      const rows = [...chats.keys()].flatMap((id) => rowOf(id) ?? []);
      const listed = rows.filter(({ deletedAt, temporary }) => deletedAt === null && !temporary);
      return listed.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, most);
    },
    chat: async (id) => rowOf(id),
    stamp: async ({ id }) => JSON.stringify(chats.get(id)?.chat),
    async read(id) {
      reads.push(id);
      return chats.get(id) ?? null;
    },
  };
  const folder = createMemoryFolder();
  const shelf = createBackupShelf(folder);
  const activity: boolean[] = [];
  const pauses: number[] = [];
  const keeper = createBackupKeeper({
    source: () => source,
    shelf,
    onActivity: (active) => activity.push(active),
    async pause(ms) {
      pauses.push(ms);
      await new Promise((resolve) => setTimeout(resolve));
    },
    limits,
  });
  const put = (chat: ArchivedChat, whole = true) => chats.set(chat.chat?.id ?? chatIdOf(''), { chat, whole });
  const done = () => vi.waitFor(() => expect(activity.at(-1)).toBe(false));
  const run = async () => {
    activity.push(true);
    keeper.wake();
    await done();
  };
  const backedUp = async () => (await shelf.entries()).map(({ chatId }) => chatId).toSorted();
  return { chats, reads, shelf, folder, keeper, put, run, done, backedUp, activity, pauses };
}

describe('the keeper of the backup', () => {
  test('writes what is new or changed, and reads nothing else', async () => {
    const { put, run, reads, backedUp } = rig();
    put(smallChat('a'));
    put(smallChat('b'));
    await run();
    expect(await backedUp()).toEqual(['a', 'b']);
    put(smallChat('b', 4));
    await run();
    expect(reads).toEqual(['a', 'b', 'b']);
  });

  test('takes out what was deleted, and keeps what the database has lost', async () => {
    const { chats, put, run, backedUp } = rig();
    for (const name of ['kept', 'deleted', 'lost']) put(smallChat(name));
    await run();
    const deleted = smallChat('deleted');
    put({ ...deleted, chat: deleted.chat && { ...deleted.chat, deletedAt: 5 } });
    chats.delete(chatIdOf('lost'));
    await run();
    expect(await backedUp()).toEqual(['kept', 'lost']);
  });

  test('holds the chats last used, as many as there is room for', async () => {
    const few = rig({ chats: 2, bytes: 50_000_000 });
    ['a', 'b', 'c'].forEach((name, at) => few.put(smallChat(name, 2, at)));
    await few.run();
    expect(await few.backedUp()).toEqual(['b', 'c']);
    few.put(smallChat('a', 4, 9));
    await few.run();
    expect(await few.backedUp()).toEqual(['a', 'c']);
    const small = rig({ chats: 50, bytes: 10 });
    ['a', 'b', 'c'].forEach((name, at) => small.put(smallChat(name, 2, at)));
    await small.run();
    expect(await small.backedUp()).toEqual(['c']);
  });

  test('never puts less in the place of more, where the database has lost some of it', async () => {
    const { put, run, shelf } = rig();
    put(smallChat('a', 4, 2000));
    await run();
    // The end of a file is gone: everything is sound, but as it was before.
    put(smallChat('a', 2, 1000));
    await run();
    expect((await shelf.read(chatIdOf('a')))?.messages).toHaveLength(4);
    put({ ...smallChat('a', 4, 3000), bodies: [] }, false);
    await run();
    expect((await shelf.read(chatIdOf('a')))?.bodies.map(({ parts }) => parts.length)).toEqual([1, 1, 1, 1]);
  });

  test('keeps the end of an answer that is cut off in the database, but nothing that was deleted', async () => {
    const { put, run, shelf } = rig();
    put(smallChat('a', 4));
    await run();
    const chat = smallChat('a', 2);
    put({ ...chat, messages: chat.messages.map((row) => ({ ...row, status: 'interrupted' as const })) });
    await run();
    const backedUp = await shelf.read(chatIdOf('a'));
    expect(backedUp?.messages.map(({ status }) => status)).toEqual(['complete', 'complete']);
  });

  test('waits while an answer is written', async () => {
    const { put, keeper, backedUp, done, pauses } = rig();
    put(smallChat('a'));
    keeper.answering(true);
    keeper.wake();
    await vi.waitFor(() => expect(pauses.filter((ms) => ms === 500).length).toBeGreaterThan(3));
    expect(await backedUp()).toEqual([]);
    keeper.answering(false);
    await done();
    expect(await backedUp()).toEqual(['a']);
  });

  test('writes nothing more once it is told to rest', async () => {
    const { put, keeper, folder, activity } = rig();
    put(smallChat('a'));
    keeper.wake();
    await keeper.rest();
    expect(activity).toEqual([true, false]);
    expect(folder.files.size).toBe(0);
  });
});
