import { expect, onTestFinished, test, vi } from 'vitest';
import type { Chat } from '../../../lib/domain/chat';
import type { AsideDatabase } from '../../../lib/storage/schema';
import { createChatsWatch } from '../../../lib/storage/watch-chats';
import { chatIdOf, chatRow } from '../../support/rows';
import { openDatabase } from './open-database';

function watched(database: AsideDatabase) {
  const told: (readonly Chat[])[] = [];
  const onUnreadable = vi.fn();
  const observer = { next: (chats: readonly Chat[]) => void told.push(chats), error: vi.fn() };
  onTestFinished(createChatsWatch(database, onUnreadable)(observer));
  const titles = () => told.at(-1)?.map(({ title }) => title);
  return { told, titles, observer, onUnreadable };
}

const made = (count: number) =>
  Array.from({ length: count }, (_, index) => chatRow(`c${index}`, { title: `Chat ${index}`, updatedAt: index }));

test('tells of the last used of many chats first, then of all, and after a change reads that chat alone', async () => {
  const database = await openDatabase();
  await database.chats.bulkPut(made(2_000));
  const { told } = watched(database);
  await expect.poll(() => told.length).toBe(2);
  expect(told[0]?.length).toBeLessThan(200);
  expect(told.map((chats) => chats[0]?.title)).toEqual(['Chat 1999', 'Chat 1999']);
  expect(told[1]).toHaveLength(2_000);
  const get = vi.spyOn(database.chats, 'bulkGet');
  const other = await openDatabase(database.name);
  await other.chats.update(chatIdOf('c7'), { title: 'Renamed', updatedAt: 5_000 });
  await expect.poll(() => told.at(-1)?.[0]?.title).toBe('Renamed');
  expect(told.at(-1)).toHaveLength(2_000);
  expect(get.mock.calls).toEqual([[['c7']]]);
});

test('follows chats that come, go, come back and are gone for good, in whatever window', async () => {
  const database = await openDatabase();
  const { titles } = watched(database);
  await expect.poll(titles).toEqual([]);
  const other = await openDatabase(database.name);
  await other.chats.bulkPut(made(3));
  await expect.poll(titles).toEqual(['Chat 2', 'Chat 1', 'Chat 0']);
  await other.chats.update(chatIdOf('c1'), { deletedAt: 9 });
  await expect.poll(titles).toEqual(['Chat 2', 'Chat 0']);
  await other.chats.update(chatIdOf('c1'), { deletedAt: null });
  await expect.poll(titles).toEqual(['Chat 2', 'Chat 1', 'Chat 0']);
  await other.chats.delete(chatIdOf('c2'));
  await expect.poll(titles).toEqual(['Chat 1', 'Chat 0']);
  await other.chats.clear();
  await expect.poll(titles).toEqual([]);
});

test('leaves out what cannot be read, and says where nothing can', async () => {
  const database = await openDatabase();
  await database.chats.bulkPut(made(2));
  await database.chats.put({ id: chatIdOf('broken') } as Chat);
  const { titles, observer, onUnreadable } = watched(database);
  await expect.poll(titles).toEqual(['Chat 1', 'Chat 0']);
  expect(onUnreadable).toHaveBeenCalledWith('chats', 'broken');
  database.close();
  const closed = watched(database);
  await expect.poll(() => closed.observer.error.mock.calls.length).toBe(1);
  expect(observer.error).not.toHaveBeenCalled();
});
