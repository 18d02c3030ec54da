import { describe, expect, onTestFinished, test } from 'vitest';
import type { PictureId, ProviderId } from '../../../lib/domain/ids';
import { createChatStore } from '../../../lib/storage/chat-store';
import { createQueries } from '../../../lib/storage/queries';
import { keyRig } from './key-rig';
import { AsideDatabase, SCHEMA_VERSION } from '../../../lib/storage/schema';

/** A database as tests/support/make-schema-fixture.ts wrote it down. */
interface DatabaseDump {
  readonly version: number;
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly keyPath: string;
        readonly indexes: readonly {
          readonly name: string;
          readonly keyPath: string;
          readonly unique: boolean;
          readonly multiEntry: boolean;
        }[];
        readonly rows: readonly Readonly<Record<string, unknown>>[];
      }
    >
  >;
}

const dumps = import.meta.glob<DatabaseDump>('../../fixtures/storage/schema-*.json', {
  eager: true,
  import: 'default',
});

/** Makes the database as an earlier Aside left it, and opens it with the code of today. */
async function openDump(dump: DatabaseDump): Promise<AsideDatabase> {
  const name = `test-${crypto.randomUUID()}`;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, dump.version);
    request.onupgradeneeded = () => {
      for (const [table, { keyPath, indexes, rows }] of Object.entries(dump.tables)) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const row of rows) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
  const database = new AsideDatabase(name);
  await database.open();
  onTestFinished(() => database.close());
  return database;
}

test('every schema up to the present one has a dump', () => {
  const numbers = Object.keys(dumps).map((path) => Number(/schema-(\d+)\.json$/.exec(path)?.[1]));
  const all = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(all);
});

describe.each(Object.entries(dumps))('the database of %s', (_path, dump) => {
  const rowsOf = (table: string) => dump.tables[table]?.rows ?? [];

  test('opens with every row', async () => {
    const database = await openDump(dump);
    for (const table of Object.keys(dump.tables)) {
      expect((await database.table(table).toArray()).length, table).toBe(rowsOf(table).length);
    }
    expect(rowsOf('chats').length).toBeGreaterThan(1);
  });

  test('is read without a row left out, to the last word', async () => {
    const database = await openDump(dump);
    const unreadable: string[] = [];
    const queries = createQueries(database, (table, key) => unreadable.push(`${table} ${key}`));
    const store = createChatStore(database);
    const texts: string[] = [];
    let messages = 0;
    for (const chat of await queries.chats()) {
      for (const message of await queries.messages(chat.id)) {
        messages += 1;
        const [body] = await queries.bodies([message.id]);
        texts.push(JSON.stringify(body?.parts));
        await queries.feedback([message.id]);
        if (message.page !== null) expect(await queries.snapshots([message.page.snapshotId])).toHaveLength(1);
      }
      if (chat.leafId !== null) expect((await store.thread(chat.leafId)).length).toBeGreaterThan(1);
    }
    const pictures = rowsOf('attachments').map(({ id }) => id as PictureId);
    expect(await queries.pictures(pictures)).toEqual(rowsOf('attachments'));
    expect(unreadable).toEqual([]);
    expect(messages).toBe(rowsOf('messages').length);
    expect(texts.toSorted()).toEqual(
      rowsOf('bodies')
        .map(({ parts }) => JSON.stringify(parts))
        .toSorted(),
    );
  });

  test('gives its keys to their hosts', async () => {
    const { keys } = keyRig(await openDump(dump));
    expect(rowsOf('keys').length).toBeGreaterThan(0);
    for (const { providerId, host, value } of rowsOf('keys')) {
      const found = await keys.credentialsFor(providerId as ProviderId, host as string);
      expect(found).toEqual({ key: value, headers: {}, query: {} });
    }
  });
});
