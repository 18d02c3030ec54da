import { describe, expect, onTestFinished, test } from 'vitest';
import type { PictureId, ProviderId, RunId } from '../../../lib/domain/ids';
import type { StorageState } from '../../../lib/domain/storage-state';
import { createChatVault, type DatabaseVault } from '../../../lib/storage/chat-vault';
import type { MemoryRows } from '../../../lib/storage/memory-rows';
import type { SessionKeyRow } from '../../../lib/storage/key-store';
import type { OpenLock } from '../../../lib/storage/keys/key-lock';
import { AsideDatabase, SCHEMA_VERSION } from '../../../lib/storage/schema';
import { describeChatStore } from '../../support/chat-store-contract';
import { memoryItem } from '../../support/memory-item';
import {
  answerRow,
  chatIdOf,
  chatRow,
  messageIdOf,
  questionRow,
  snapshotRow,
  textParts,
  turnRows,
} from '../../support/rows';
import { openDatabase } from './open-database';

const CHAT = chatIdOf('c');
const P = 'p' as ProviderId;
/** Dexie's numbers are a tenth of the browser's. */
const NEWER = (SCHEMA_VERSION + 1) * 10;

/** A database that the browser does not open, or has no room for texts in, as long as it is named here. */
class FragileDatabase extends AsideDatabase {
  static readonly broken = new Set<string>();
  static readonly full = new Set<string>();
  constructor(name: string) {
    super(name);
    this.bodies.hook('creating', () => {
      if (!FragileDatabase.full.has(name)) return;
      throw Object.assign(new Error('No room.'), { name: 'QuotaExceededError' });
    });
  }
  override open(): ReturnType<AsideDatabase['open']> {
    if (!FragileDatabase.broken.has(this.name)) return super.open();
    const reason = Object.assign(new Error('Internal error opening backing store'), { name: 'UnknownError' });
    return Promise.reject(reason) as unknown as ReturnType<AsideDatabase['open']>;
  }
}

interface Rig {
  readonly vault: DatabaseVault;
  readonly name: string;
  readonly states: readonly StorageState[];
  /** The vault of the next background, over the same storage. */
  readonly again: () => Rig;
}

function openVault(options: { name?: string; rows?: MemoryRows; witness?: number } = {}): Rig {
  const { name = `test-${crypto.randomUUID()}`, witness = 0 } = options;
  const open: AsideDatabase[] = [];
  onTestFinished(() => open.forEach((database) => database.close()));
  const kept: { rows: MemoryRows | null } = { rows: null };
  const witnessItem = memoryItem(witness);
  const keysItem = memoryItem<readonly SessionKeyRow[]>([]);
  const make = (): Rig => {
    const vault = createChatVault({
      connect: () => {
        const database = new FragileDatabase(name);
        open.push(database);
        return database;
      },
      witness: witnessItem,
      sessionKeys: keysItem,
      keyLock: { session: memoryItem<OpenLock | null>(null), onChange: () => undefined },
      // What the session storage does: the next background finds the rows of the one before.
      async keepRows(rows) {
        const before = kept.rows;
        kept.rows = rows;
        if (before === null) return;
        for (const table of [
          'chats',
          'messages',
          'bodies',
          'runs',
          'snapshots',
          'attachments',
          'feedback',
        ] as const) {
          for (const [id, row] of before[table] as Map<never, never>) rows[table].set(id, row);
        }
      },
    });
    const states: StorageState[] = [];
    vault.health.onChange((state) => states.push(state));
    return { vault, name, states, again: make };
  };
  return make();
}

async function answered({ vault }: Rig): Promise<void> {
  const run = turnRows().run;
  await vault.store.finishRun(run, answerRow('a', 'q', { finishedAt: 2000 }), textParts('Because.'));
}

const textsOf = async ({ vault }: Rig, leaf = 'a') =>
  (await vault.store.thread(messageIdOf(leaf))).map(({ parts }) => parts[0]?.text);

const brokenVault = () => {
  const name = `broken-${crypto.randomUUID()}`;
  FragileDatabase.broken.add(name);
  return openVault({ name });
};

describeChatStore('a vault over a good database', async () => openVault().vault);
describeChatStore('a vault whose database does not open', async () => brokenVault().vault);

describe('a vault', () => {
  test('stores on disk while it can', async () => {
    const rig = openVault();
    await rig.vault.store.beginTurn(turnRows());
    await answered(rig);
    expect(await (await openDatabase(rig.name)).messages.count()).toBe(2);
    expect(rig.vault.health.state).toEqual({ kind: 'database', missing: 0 });
    expect(await textsOf(rig.again())).toEqual(['Why?', 'Because.']);
  });

  test('a database that does not open: chats go on in memory, also in the next background', async () => {
    const rig = brokenVault();
    await rig.vault.store.beginTurn(turnRows());
    await answered(rig);
    expect(rig.vault.health.state).toEqual({ kind: 'memory', problem: 'unusable' });
    expect(await textsOf(rig)).toEqual(['Why?', 'Because.']);
    const next = rig.again();
    expect(await textsOf(next)).toEqual(['Why?', 'Because.']);
    expect((await next.vault.queries.chats()).map(({ id }) => `${id}`)).toEqual(['c']);
  });

  test('Try again moves what memory has to the disk, beside what was there', async () => {
    const before = openVault();
    await before.vault.store.beginTurn(
      turnRows({ chat: chatRow('old'), question: null, answer: other('o', 'Stored before') }),
    );
    const rig = openVault({ name: before.name });
    FragileDatabase.broken.add(rig.name);
    await rig.vault.store.beginTurn(turnRows());
    await answered(rig);
    expect(await rig.vault.retry()).toEqual({ kind: 'memory', problem: 'unusable' });
    FragileDatabase.broken.delete(rig.name);
    expect(await rig.vault.retry()).toEqual({ kind: 'database', missing: 0 });
    const database = await openDatabase(rig.name);
    expect((await database.chats.toArray()).map(({ id }) => `${id}`).toSorted()).toEqual(['c', 'old']);
    expect(await textsOf(rig)).toEqual(['Why?', 'Because.']);
    expect(await textsOf(rig, 'o')).toEqual(['Stored before']);
  });

  test('a database that fails in the middle of an answer loses neither question nor answer', async () => {
    const rig = openVault();
    await rig.vault.store.beginTurn(turnRows());
    rig.vault.giveUpDatabase();
    await rig.vault.store.checkpoint({ run: turnRows().run, parts: textParts('Bec') });
    expect(await textsOf(rig)).toEqual(['Why?', 'Bec']);
    await answered(rig);
    expect(await textsOf(rig)).toEqual(['Why?', 'Because.']);
    expect((await rig.vault.store.chat(CHAT))?.leafId).toBe('a');
    expect(await rig.vault.retry()).toMatchObject({ kind: 'database' });
    expect(await textsOf(rig.again())).toEqual(['Why?', 'Because.']);
  });

  test('the same where nothing can be read any more', async () => {
    const rig = openVault();
    await rig.vault.store.beginTurn(turnRows());
    FragileDatabase.broken.add(rig.name);
    await rig.vault.retry();
    await answered(rig);
    expect(await textsOf(rig)).toEqual(['Why?', 'Because.']);
  });

  test('a chat with all its branches, pages and thumbs can be written to in memory', async () => {
    const rig = openVault();
    const { store } = rig.vault;
    const page = snapshotRow('s', []);
    await store.putSnapshot(page);
    await store.beginTurn(turnRows());
    await store.setPage(messageIdOf('q'), { snapshotId: page.id, title: page.title, url: page.url });
    await answered(rig);
    await store.rate(messageIdOf('a'), { messageId: messageIdOf('a'), rating: 1, at: 1, comment: null });
    const picture = { id: 'i' as PictureId, messageId: messageIdOf('a'), width: 1, height: 1, data: 'AAAA' };
    await store.putPicture({ ...picture, mime: 'image/png' });
    const shown = textParts('Because. ![x](aside-picture:i/1x1)');
    await store.rewriteAnswer(answerRow('a', 'q', { finishedAt: 2000 }), shown);
    rig.vault.giveUpDatabase();
    await store.beginTurn(
      turnRows({
        chat: chatRow('c', { leafId: messageIdOf('a2') }),
        question: { message: questionRow('q2', 'a'), body: other('q2', 'And?').body },
        answer: { message: answerRow('a2', 'q2'), body: other('a2', '').body },
        run: { ...turnRows().run, id: 'r2' as RunId, messageId: messageIdOf('a2') },
      }),
    );
    expect(await textsOf(rig, 'a2')).toEqual(['Why?', shown[0]?.text, 'And?', '']);
    expect(await store.snapshotsOf(CHAT)).toHaveLength(1);
    expect(await rig.vault.queries.feedback([messageIdOf('a')])).toHaveLength(1);
    expect(await (await openDatabase(rig.name)).messages.count()).toBe(2);
    await (await openDatabase(rig.name)).attachments.clear();
    expect(await rig.vault.queries.pictures([picture.id])).toHaveLength(1);
    expect(await rig.vault.retry()).toMatchObject({ kind: 'database' });
    expect(await (await openDatabase(rig.name)).attachments.count()).toBe(1);
  });

  test('a full disk: the question is answered in memory, what is stored can be read', async () => {
    const rig = openVault();
    await rig.vault.store.beginTurn(
      turnRows({ chat: chatRow('old'), question: null, answer: other('o', 'Before') }),
    );
    FragileDatabase.full.add(rig.name);
    await rig.vault.store.beginTurn(turnRows());
    await answered(rig);
    expect(rig.vault.health.state).toEqual({ kind: 'memory', problem: 'full' });
    expect(await textsOf(rig)).toEqual(['Why?', 'Because.']);
    expect(await textsOf(rig, 'o')).toEqual(['Before']);
    expect(await textsOf(rig.again(), 'o')).toEqual(['Before']);
    expect(await rig.vault.retry()).toMatchObject({ kind: 'memory', problem: 'full' });
    FragileDatabase.full.delete(rig.name);
    expect(await rig.vault.retry()).toMatchObject({ kind: 'database' });
    expect(await textsOf(rig)).toEqual(['Why?', 'Because.']);
  });

  test('a newer schema is read and not written', async () => {
    const rig = await withNativeVersion(NEWER, async (database) => {
      await database.chats.put(chatRow('new', { title: 'Of the future' }));
    });
    expect((await rig.vault.queries.chats()).map(({ title }) => title)).toEqual(['Of the future']);
    expect(rig.vault.health.state).toEqual({ kind: 'memory', problem: 'newer' });
    await rig.vault.store.updateChat(chatIdOf('new'), { title: 'Changed' });
    await rig.vault.store.beginTurn(turnRows());
    expect((await rig.vault.queries.chats()).map(({ title }) => title)).toEqual(['Changed', '']);
    const raw = await openRaw(rig.name);
    onTestFinished(() => raw.close());
    expect(raw.version).toBe(NEWER);
    const stored = await requested(raw.transaction('chats').objectStore('chats').getAll());
    expect(stored).toMatchObject([{ id: 'new', title: 'Of the future' }]);
  });

  test('an upgrade that an older page holds up does not hold up the chat', async () => {
    const name = `test-${crypto.randomUUID()}`;
    // Of an older schema, and deaf to the wish to upgrade.
    const older = await openRaw(name, 5);
    onTestFinished(() => older.close());
    const rig = openVault({ name });
    await rig.vault.store.beginTurn(turnRows());
    expect(rig.vault.health.state).toEqual({ kind: 'memory', problem: 'blocked' });
    expect(await textsOf(rig)).toEqual(['Why?', undefined]);
    older.close();
    expect(await rig.vault.retry()).toEqual({ kind: 'database', missing: 0 });
    expect(await (await openDatabase(name)).messages.count()).toBe(2);
  });

  test('chats that the browser has lost are missed, until that is accepted', async () => {
    const rig = openVault({ witness: 3 });
    await rig.vault.store.beginTurn(turnRows());
    expect(rig.vault.health.state).toEqual({ kind: 'database', missing: 3 });
    await rig.vault.store.purgeDeleted(5000);
    const next = rig.again();
    await next.vault.store.chat(CHAT);
    expect(next.vault.health.state).toEqual({ kind: 'database', missing: 3 });
    expect(await next.vault.retry()).toEqual({ kind: 'database', missing: 0 });
    const last = rig.again();
    await last.vault.store.chat(CHAT);
    expect(last.vault.health.state).toEqual({ kind: 'database', missing: 0 });
  });

  test('chats that the user has deleted are not missed', async () => {
    const rig = openVault();
    await rig.vault.store.beginTurn(turnRows());
    await rig.vault.store.updateChat(CHAT, { deletedAt: 1 });
    await rig.vault.store.purgeDeleted(5000);
    const next = rig.again();
    await next.vault.store.chat(CHAT);
    expect(next.vault.health.state).toEqual({ kind: 'database', missing: 0 });
  });

  test('a mistake of the caller is no fault of the storage', async () => {
    const rig = openVault();
    const unwritable = { ...turnRows().chat, title: (() => undefined) as unknown as string };
    await expect(rig.vault.store.beginTurn(turnRows({ chat: unwritable }))).rejects.toThrow();
    expect(rig.vault.health.state.kind).toBe('database');
  });

  test('keys are kept for the session where the database takes none, and moved there when it does', async () => {
    const rig = brokenVault();
    await rig.vault.keys.save(P, 'api.example', { key: 'sk-1' });
    expect(await rig.vault.keys.credentialsFor(P, 'api.example')).toMatchObject({ key: 'sk-1' });
    expect(await rig.vault.keys.credentialsFor(P, 'evil.example')).toBeNull();
    expect(await rig.again().vault.keys.status(P, 'api.example')).toMatchObject({ kept: 'stored', hasKey: true });
    FragileDatabase.broken.delete(rig.name);
    await rig.vault.retry();
    expect(await (await openDatabase(rig.name)).keys.toArray()).toEqual([
      { providerId: 'p', host: 'api.example', value: 'sk-1' },
    ]);
    await rig.vault.keys.remove(P);
    expect(await rig.vault.keys.status(P, 'api.example')).toMatchObject({ kept: 'none' });
  });
});

function other(id: string, text: string) {
  return {
    message: answerRow(id, 'none', { parentId: null, chatId: chatIdOf('old') }),
    body: { messageId: messageIdOf(id), parts: textParts(text) },
  };
}

/** A vault over a database whose native version is not of our schema. */
async function withNativeVersion(version: number, fill: (database: AsideDatabase) => Promise<void>): Promise<Rig> {
  const name = `test-${crypto.randomUUID()}`;
  const database = new AsideDatabase(name);
  await fill(database);
  database.close();
  (await openRaw(name, version)).close();
  return openVault({ name });
}

async function openRaw(name: string, version?: number): Promise<IDBDatabase> {
  return requested(indexedDB.open(name, version));
}

function requested<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
}
