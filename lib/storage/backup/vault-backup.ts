import type { ArchivedChat } from '../../domain/archive/archived-chat';
import { ChatFailure } from '../../domain/errors';
import type { ChatId } from '../../domain/ids';
import type { StorageProblem } from '../../domain/storage-state';
import type { ChatStore } from '../../engine/chat-store';
import type { MemoryRows } from '../memory-rows';
import type { Queries } from '../queries';
import { createRowReader } from '../read-rows';
import { deleteDatabase, putKeyTables, readKeyTables } from '../renew-database';
import type { AsideDatabase } from '../schema';
import type { StorageHealth } from '../storage-health';
import { createBackupSource } from './backup-source';
import { putBack, putBackInMemory } from './put-back';
import type { RestoreTarget } from './restore';

interface VaultBackupDependencies {
  /** The database that is used now. */
  readonly database: () => AsideDatabase;
  /** Opens it anew, once the former is closed. Resolves when that is tried. */
  readonly reopen: () => Promise<unknown>;
  /** Counts again what is missing of what was noted. */
  readonly recount: () => Promise<void>;
  readonly rows: MemoryRows;
  readonly health: Pick<StorageHealth, 'state'>;
  readonly queries: Queries;
  /** How many rows could not be read so far. */
  readonly unreadable: () => number;
  readonly ready: () => Promise<void>;
}

/** Why nothing can come back just now; with an unusable database it can. */
const REFUSALS: Readonly<Record<StorageProblem, string | null>> = {
  unusable: null,
  full: 'There is no room left to store chats. Make room on the disk first.',
  newer: 'Your chats were stored by a newer version of Aside. Update Aside first.',
  blocked: 'Another page of Aside keeps the storage busy. Close Aside’s other tabs and panels first.',
};

/** Makes what the backup of a vault is made of and comes back to. */
export function createVaultBackup(dependencies: VaultBackupDependencies): RestoreTarget {
  const { database, reopen, recount, rows, health, queries, unreadable, ready } = dependencies;
  const isOnDisk = () => health.state.kind === 'database';

  /** By the index, so that it costs the same however many chats there are. */
  async function newest(most: number): ReturnType<Queries['chats']> {
    await ready();
    const { chats } = database();
    const reader = createRowReader(chats, 'chats', () => undefined);
    const stored = await reader.select(chats.orderBy('updatedAt').reverse().limit(most));
    return [...rows.chats.values(), ...stored.filter(({ id }) => !rows.chats.has(id))];
  }

  return {
    source: createBackupSource({ queries, newest, unreadable }),
    queries,
    needsNew() {
      const { state } = health;
      const refusal = state.kind === 'memory' ? REFUSALS[state.problem] : null;
      if (refusal !== null) throw new ChatFailure({ kind: 'unknown', detail: refusal });
      return state.kind === 'memory';
    },
    async renew() {
      const broken = database();
      const carried = await readKeyTables(broken);
      broken.close();
      await deleteDatabase(broken.name);
      await reopen();
      if (!isOnDisk()) return false;
      await putKeyTables(database(), carried);
      return true;
    },
    async putBack(chat: ArchivedChat) {
      await ready();
      return isOnDisk() ? putBack(database(), chat) : putBackInMemory(rows, chat);
    },
    noteRestored: () => (isOnDisk() ? recount() : Promise.resolve()),
  };
}

/** The chats that a purge of what was deleted before that time would remove. */
export async function purgedBefore(database: AsideDatabase, before: number): Promise<readonly ChatId[]> {
  return database.chats
    .where('deletedAt')
    .below(before)
    .primaryKeys()
    .catch(() => []);
}

/** The same store, of which every writing that ends something is told. */
export function tellingOfChanges(store: ChatStore, onChange: () => void): ChatStore {
  const told =
    <Given extends readonly unknown[]>(write: (...given: Given) => Promise<void>) =>
    async (...given: Given) => {
      await write(...given);
      onChange();
    };
  return {
    ...store,
    finishRun: told(store.finishRun),
    rewriteAnswer: told(store.rewriteAnswer),
    settle: told(store.settle),
    updateChat: told(store.updateChat),
    changeChats: told(store.changeChats),
    addChat: told(store.addChat),
    markDeleted: told(store.markDeleted),
    rate: told(store.rate),
  };
}
