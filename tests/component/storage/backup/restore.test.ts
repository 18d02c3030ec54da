import { describe, expect, onTestFinished, test } from 'vitest';
import { createBackupShelf } from '../../../../lib/archive/backup/backup-shelf';
import { createRestore } from '../../../../lib/storage/backup/restore';
import { createChatVault } from '../../../../lib/storage/chat-vault';
import { AsideDatabase } from '../../../../lib/storage/schema';
import { createMemoryFolder } from '../../../support/archive/memory-folder';
import { smallChat } from '../../../support/archive/small-chat';
import { memoryItem } from '../../../support/memory-item';
import { chatIdOf } from '../../../support/rows';

/** A vault whose database does not open while `broken` says so, or breaks as often as it is made anew. */
async function openRig(options: { forGood?: boolean } = {}) {
  const name = `test-${crypto.randomUUID()}`;
  const broken = { now: false };
  const open: AsideDatabase[] = [];
  onTestFinished(() => open.forEach((database) => database.close()));
  class Fragile extends AsideDatabase {
    override open(): ReturnType<AsideDatabase['open']> {
      if (!broken.now) return super.open();
      const reason = Object.assign(new Error('Internal error'), { name: 'UnknownError' });
      return Promise.reject(reason) as unknown as ReturnType<AsideDatabase['open']>;
    }
  }
  const witness = memoryItem(0);
  const make = () =>
    createChatVault({
      connect: () => {
        const database = new Fragile(name);
        open.push(database);
        // The next one is new.
        if (open.length > 2 && options.forGood !== true) broken.now = false;
        return database;
      },
      witness,
      sessionKeys: memoryItem<readonly never[]>([]),
      keyLock: { session: memoryItem(null), onChange: () => undefined },
      keepRows: () => Promise.resolve(),
    });
  const vault = make();
  const shelf = createBackupShelf(createMemoryFolder());
  for (const chat of ['a', 'b']) {
    await vault.backup.putBack(smallChat(chat, 4));
    await shelf.put(smallChat(chat, 4), '');
  }
  await vault.noteChats();
  const restoreTo = (of: typeof vault) =>
    createRestore({
      target: () => of.backup,
      shelf,
      keeper: { rest: () => Promise.resolve(), wake: () => undefined },
    });
  return { vault, make, broken, shelf, restoreTo, database: () => open.at(-1) };
}

const titlesOf = async ({ queries }: ReturnType<typeof createChatVault>) =>
  (await queries.chats()).map(({ title }) => title).toSorted();

describe('a restore', () => {
  test('brings back what the browser has lost, and says no more that it is missing', async () => {
    const { vault, make, restoreTo, database } = await openRig();
    await database()?.chats.delete(chatIdOf('a'));
    const again = make();
    await again.queries.chats();
    expect(again.health.state).toEqual({ kind: 'database', missing: 1 });
    expect(await restoreTo(again)()).toEqual({ chats: 1, messages: 4, unread: 0, inMemory: false });
    expect(again.health.state).toEqual({ kind: 'database', missing: 0 });
    expect(await titlesOf(again)).toEqual(['a', 'b']);
    expect(await restoreTo(vault)()).toEqual({ chats: 0, messages: 0, unread: 0, inMemory: false });
  });

  test('makes a new database where the old one does not open', async () => {
    const { broken, make, restoreTo } = await openRig();
    broken.now = true;
    const vault = make();
    expect(await titlesOf(vault)).toEqual([]);
    expect(vault.health.state).toEqual({ kind: 'memory', problem: 'unusable' });
    expect(await restoreTo(vault)()).toMatchObject({ chats: 2, inMemory: false });
    expect(vault.health.state).toEqual({ kind: 'database', missing: 0 });
    expect(await titlesOf(vault)).toEqual(['a', 'b']);
  });

  test('brings them into memory where the browser gives no new one', async () => {
    const { broken, make, restoreTo } = await openRig({ forGood: true });
    broken.now = true;
    const vault = make();
    await vault.queries.chats();
    expect(await restoreTo(vault)()).toMatchObject({ chats: 2, inMemory: true });
    expect(await titlesOf(vault)).toEqual(['a', 'b']);
  });

  test('says which chats of the backup could not be read', async () => {
    const { vault, shelf, restoreTo } = await openRig();
    shelf.read = () => Promise.resolve(null);
    expect(await restoreTo(vault)()).toMatchObject({ chats: 0, unread: 2 });
  });
});
