import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StorageState } from '../../../lib/domain/storage-state';
import type { PanelRequest } from '../../../lib/messaging/protocol';
import { createDatabaseSource } from '../../../lib/panel/database-source';
import { LiveQuery } from '../../../lib/panel/live-query.svelte';
import { PanelStorage } from '../../../lib/panel/panel-storage.svelte';
import { createMemoryChatStore } from '../../../lib/storage/memory-chat-store';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries, type Queries } from '../../../lib/storage/queries';
import { chatIdOf, chatRow, turnRows } from '../../support/rows';
import { createTestClient, type TestClient } from '../../support/test-client';
import { openDatabase } from '../storage/open-database';

const ON_DISK: StorageState = { kind: 'database', missing: 0 };
const IN_MEMORY: StorageState = { kind: 'memory', problem: 'full' };

describe('PanelStorage', () => {
  let client: TestClient;
  let rows: ReturnType<typeof createMemoryRows>;
  let changed: Set<() => void>;
  let disk: Queries;

  beforeEach(() => {
    rows = createMemoryRows();
    changed = new Set();
    const memory = createMemoryQueries(rows);
    client = createTestClient((request: PanelRequest) => {
      if (request.type === 'retry-storage') return ON_DISK;
      if (request.type === 'query' && request.query.name === 'chats') return memory.chats();
      return null;
    });
  });

  function open(initial: StorageState = ON_DISK): PanelStorage {
    return new PanelStorage({
      client,
      openDatabase: () => createDatabaseSource(disk),
      onMemoryChange: (listener) => {
        changed.add(listener);
        return () => changed.delete(listener);
      },
      initial,
    });
  }

  /** The titles that a component which lists chats would show. */
  function watchTitles(storage: PanelStorage): () => readonly string[] {
    let titles: readonly string[] = [];
    const query = new LiveQuery(storage.watch, () => storage.chats(), []);
    onTestFinished(
      $effect.root(() => {
        $effect(() => {
          titles = query.current.map(({ title }) => title);
        });
      }),
    );
    flushSync();
    return () => titles;
  }

  it('reads the database while that is used', async () => {
    const database = await openDatabase();
    disk = createQueries(database);
    const titles = watchTitles(open());
    await createChatStore(database).beginTurn(turnRows({ chat: chatRow('c', { title: 'On disk' }) }));
    await vi.waitFor(() => expect(titles()).toEqual(['On disk']));
    expect(client.asked).toEqual([]);
  });

  it('goes over to the background when that says so, and back', async () => {
    const database = await openDatabase();
    await createChatStore(database).beginTurn(turnRows({ chat: chatRow('c', { title: 'On disk' }) }));
    disk = createQueries(database);
    const storage = open();
    const titles = watchTitles(storage);
    await vi.waitFor(() => expect(titles()).toEqual(['On disk']));
    rows.chats.set(chatIdOf('m'), chatRow('m', { title: 'In memory' }));
    client.push({ type: 'storage-state', state: IN_MEMORY });
    await vi.waitFor(() => expect(titles()).toEqual(['In memory']));
    expect(storage.state).toEqual(IN_MEMORY);
    rows.chats.set(chatIdOf('m'), chatRow('m', { title: 'Renamed' }));
    for (const listener of changed) listener();
    await vi.waitFor(() => expect(titles()).toEqual(['Renamed']));
    expect(await storage.retry()).toBe(true);
    await vi.waitFor(() => expect(titles()).toEqual(['On disk']));
    expect(changed.size).toBe(0);
  });

  it('asks the background alone in a private window', async () => {
    disk = undefined as unknown as Queries;
    await createMemoryChatStore(rows).beginTurn(turnRows({ chat: chatRow('c', { title: 'Private' }) }));
    const titles = watchTitles(open({ kind: 'private' }));
    await vi.waitFor(() => expect(titles()).toEqual(['Private']));
  });

  it('opens a database that it cannot read once more, then tells the background', async () => {
    const broken = Object.assign(new Error('gone'), { name: 'DatabaseClosedError' });
    disk = { ...createQueries(await openDatabase()), chats: () => Promise.reject(broken) };
    watchTitles(open());
    await vi.waitFor(() => expect(client.askedFor('give-up-database')).toHaveLength(1));
  });

  it('goes on by itself where a second connection works', async () => {
    const database = await openDatabase();
    await createChatStore(database).beginTurn(turnRows({ chat: chatRow('c', { title: 'On disk' }) }));
    const closed = await openDatabase(database.name);
    closed.close({ disableAutoOpen: true });
    const connections = [closed, database];
    const storage = new PanelStorage({
      client,
      openDatabase: () => createDatabaseSource(createQueries(connections.shift() ?? database)),
      onMemoryChange: () => () => undefined,
      initial: ON_DISK,
    });
    const titles = watchTitles(storage);
    await vi.waitFor(() => expect(titles()).toEqual(['On disk']));
    expect(client.asked).toEqual([]);
  });

  it('counts what could not be read, each row once', async () => {
    const database = await openDatabase();
    await database.chats.put({ ...chatRow('bad'), createdAt: 'never' as unknown as number });
    await database.chats.put(chatRow('good', { title: 'Good' }));
    const storage: PanelStorage = new PanelStorage({
      client,
      openDatabase: (onUnreadable) => createDatabaseSource(createQueries(database, onUnreadable)),
      onMemoryChange: () => () => undefined,
      initial: ON_DISK,
    });
    const titles = watchTitles(storage);
    await vi.waitFor(() => expect(titles()).toEqual(['Good']));
    await storage.chats();
    expect(storage.unread).toBe(1);
    expect(await database.chats.count()).toBe(2);
  });
});
