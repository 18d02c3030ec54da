import type { Erasure } from '../domain/erasure';
import type { ChatId } from '../domain/ids';
import type { StorageState } from '../domain/storage-state';
import type { ChatStore } from '../engine/chat-store';
import { createVaultBackup, purgedBefore, tellingOfChanges } from './backup/vault-backup';
import type { RestoreTarget } from './backup/restore';
import { createChatStore } from './chat-store';
import { clearChats, dropDatabase } from './erase';
import { createFailoverQueries } from './failover-queries';
import { createFailoverStore } from './failover-store';
import { createKeyStore, type KeyStore, type SessionKeys } from './key-store';
import { createKeyLock } from './keys/key-lock';
import { createSessionKey } from './keys/session-key';
import { createMemoryChatStore } from './memory-chat-store';
import { createMemoryRows, type MemoryRows } from './memory-rows';
import { openSafely } from './open-safely';
import { createQueries, type Queries } from './queries';
import { takeBackDeadImports } from './import-chats';
import { returnChats } from './return-chats';
import type { AsideDatabase } from './schema';
import { createSearchIndexer } from './search/search-indexer';
import { createStorageHealth, StorageFailure, storageProblemOf, type StorageHealth } from './storage-health';
import { unusedSince } from './unused-chats';
import { whenReady } from './when-ready';

/** Where the background keeps chats: the store to write, the queries to read, and how well it is. */
export interface ChatVault {
  readonly store: ChatStore;
  readonly queries: Queries;
  readonly health: Pick<StorageHealth, 'state' | 'onChange'>;
  /** A panel could not read the database: from now on chats are kept in memory. */
  giveUpDatabase(): void;
  /** Somebody else has added chats to the database, or removed them. */
  noteChats(): Promise<void>;
  /** Tries the database again and moves to it what memory has. Resolves to how it stands then. */
  retry(): Promise<StorageState>;
}

/** A vault with a database, in which keys are kept too. */
export interface DatabaseVault extends ChatVault {
  /** What the backup is made of, and comes back to. */
  readonly backup: RestoreTarget;
  /** Deletes all chats, or the whole database. Rejects where that does not go; answers must have ended. */
  erase(what: Erasure): Promise<void>;
  /** Chats that are not pinned and were last used before a time (ms since the epoch), at most so many. */
  unusedSince(before: number, most: number): Promise<readonly ChatId[]>;
  /** Brings the index of texts a little further. Resolves to whether there is more to do. */
  indexMore(): Promise<boolean>;
  readonly keys: KeyStore;
}

/** A number stored elsewhere: how many chats the database holds. */
interface Witness {
  getValue(): Promise<number>;
  setValue(chats: number): Promise<void>;
}

interface ChatVaultDependencies {
  /** Makes a new connection, closed as yet. */
  readonly connect: () => AsideDatabase;
  /** Null where nothing of the kind may be stored. */
  readonly witness: Witness | null;
  readonly sessionKeys: SessionKeys;
  /** What holds the passphrase's key while it is open, and who hears of it. */
  readonly keyLock: Pick<Parameters<typeof createKeyLock>[0], 'session' | 'onChange'>;
  /** Fills rows with what an earlier background kept in memory, and keeps them. */
  readonly keepRows: (rows: MemoryRows) => Promise<void>;
  /** Hears of a change to chats, and before chats are purged of their ids. */
  readonly onChange?: () => void;
  readonly onPurge?: (chatIds: readonly ChatId[]) => Promise<void>;
}

/** Makes the vault of normal windows: the database, and memory where that fails. */
export function createChatVault(dependencies: ChatVaultDependencies): DatabaseVault {
  const { connect, witness, sessionKeys, keyLock, keepRows, onChange, onPurge } = dependencies;
  const rows = createMemoryRows();
  const health = createStorageHealth({ kind: 'database', missing: 0 });
  let database = connect();
  let opening: Promise<void>;
  /** Chats that were begun by this background, and of those such that are not counted yet. */
  const begun = new Set<ChatId>();
  const uncounted = new Set<ChatId>();

  const usable = () => opening;
  const disk = whenReady(() => createChatStore(database), usable);
  let unreadable = 0;
  const noteUnreadable = () => void (unreadable += 1);
  const diskQueries = whenReady(() => createQueries(database, noteUnreadable), usable);
  const keyTables = async () => {
    await opening;
    return database;
  };
  const sessionKey = createSessionKey(keyTables);
  const keys = createKeyStore({
    database: keyTables,
    session: sessionKeys,
    sessionKey,
    lock: createKeyLock({ ...keyLock, database: keyTables, sessionKey }),
  });
  const parts = { disk, diskQueries, memory: createMemoryChatStore(rows), rows, health };
  const kept = keepRows(rows).catch(warnOfLoss);
  const ready = async () => {
    await kept;
    await opening.catch(() => undefined);
  };

  /** Opens the database; rejects where nothing can be read of it. */
  async function open(): Promise<void> {
    await kept;
    try {
      await openSafely(database);
    } catch (reason) {
      health.fail(reason);
      if (storageProblemOf(reason) === 'newer') return;
      throw reason;
    }
    try {
      await takeBackDeadImports(database);
      await moveBack();
    } catch (reason) {
      health.fail(reason);
    }
  }

  /** Uses the database again, with what came to memory meanwhile. */
  async function moveBack(): Promise<void> {
    if (rows.chats.size > 0) await returnChats(rows, database);
    const noted = (await witness?.getValue().catch(() => 0)) ?? 0;
    const missing = noted - (await database.chats.count());
    health.set({ kind: 'database', missing: Math.max(0, missing) });
  }

  /** Notes how many chats there are, with those that the user has not yet been told are missing. */
  async function countChats(): Promise<void> {
    const { state } = health;
    if (state.kind !== 'database') return;
    uncounted.clear();
    try {
      await witness?.setValue((await database.chats.count()) + state.missing);
    } catch (reason) {
      console.warn('Aside: the number of chats could not be noted.', reason);
    }
  }

  opening = open();
  opening.catch(() => undefined);

  async function reopen(): Promise<void> {
    database.close();
    database = connect();
    sessionKey.forget();
    opening = open();
    await opening.then(() => keys.moveBack()).catch(() => undefined);
  }

  const store = createFailoverStore(parts);
  const queries = whenReady(() => createFailoverQueries(parts), ready);
  const counting: ChatStore = {
    ...store,
    async beginTurn(turn) {
      await store.beginTurn(turn);
      if (begun.has(turn.chat.id)) return;
      begun.add(turn.chat.id);
      uncounted.add(turn.chat.id);
    },
    // Once the question is on its way: with its answer's first checkpoint, or at its end.
    async checkpoint(checkpoint) {
      await store.checkpoint(checkpoint);
      if (uncounted.size > 0) await countChats();
    },
    async finishRun(run, message, parts) {
      await store.finishRun(run, message, parts);
      if (uncounted.size > 0) await countChats();
    },
    async purgeDeleted(before) {
      if (health.state.kind === 'database') await onPurge?.(await purgedBefore(database, before));
      await store.purgeDeleted(before);
      await countChats();
    },
  };
  return {
    store: whenReady(() => tellingOfChanges(counting, () => onChange?.()), ready),
    queries,
    keys,
    health,
    backup: createVaultBackup({
      database: () => database,
      reopen,
      recount: () => moveBack().then(countChats),
      rows,
      health,
      queries,
      unreadable: () => unreadable,
      ready,
    }),
    async erase(what) {
      await ready();
      rows.clear();
      await witness?.setValue(0);
      if (what === 'chats' && health.state.kind === 'database') {
        await clearChats(database);
        return health.set({ kind: 'database', missing: 0 });
      }
      database.close();
      await dropDatabase(database.name).finally(reopen);
    },
    async unusedSince(before, most) {
      await ready();
      return health.state.kind === 'database' ? unusedSince(database, before, most) : [];
    },
    async indexMore() {
      await ready();
      return health.state.kind === 'database' && createSearchIndexer(database).step();
    },
    giveUpDatabase: () => health.fail(new StorageFailure('unusable')),
    async noteChats() {
      await ready();
      await countChats();
      onChange?.();
    },
    async retry() {
      await ready();
      const { state } = health;
      if (state.kind === 'database') await witness?.setValue(await database.chats.count());
      await reopen();
      return health.state;
    },
  };
}

function warnOfLoss(reason: unknown): void {
  console.warn('Aside: what an earlier background kept in memory is lost.', reason);
}
