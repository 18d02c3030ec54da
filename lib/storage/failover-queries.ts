import { createMemoryQueries } from './memory-queries';
import type { FailoverDependencies } from './failover-store';
import type { Queries } from './queries';

/** Makes the queries that go with the failover store: chats in memory, and of the others what the database still gives. */
export function createFailoverQueries({
  diskQueries: disk,
  rows,
  health,
}: Pick<FailoverDependencies, 'diskQueries' | 'rows' | 'health'>): Queries {
  const memory = createMemoryQueries(rows);

  async function onDisk<Row>(read: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
    try {
      return await read();
    } catch (reason) {
      health.fail(reason);
      return [];
    }
  }

  /** Rows in memory, then those of the other ids from the database. */
  async function both<Id, Row>(
    ids: readonly Id[],
    table: ReadonlyMap<Id, unknown>,
    read: (from: Queries, ids: readonly Id[]) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> {
    const others = ids.filter((id) => !table.has(id));
    const inMemory = await read(memory, ids);
    return others.length === 0 ? inMemory : [...inMemory, ...(await onDisk(() => read(disk, others)))];
  }

  return {
    async chats() {
      const stored = await onDisk(() => disk.chats());
      const all = [...(await memory.chats()), ...stored.filter(({ id }) => !rows.chats.has(id))];
      return all.sort((a, b) => b.updatedAt - a.updatedAt);
    },
    chat: async (id) => (await both([id], rows.chats, (from, [only]) => listOf(only && from.chat(only))))[0],
    messages: (chatId) => (rows.chats.has(chatId) ? memory.messages(chatId) : onDisk(() => disk.messages(chatId))),
    bodies: (ids) => both(ids, rows.bodies, (from, wanted) => from.bodies(wanted)),
    snapshots: (ids) => both(ids, rows.snapshots, (from, wanted) => from.snapshots(wanted)),
    pictures: (ids) => both(ids, rows.attachments, (from, wanted) => from.pictures(wanted)),
    feedback: (ids) => both(ids, rows.messages, (from, wanted) => from.feedback(wanted)),
    async rated() {
      const stored = await onDisk(() => disk.rated());
      const all = [...(await memory.rated()), ...stored.filter(({ message }) => !rows.messages.has(message.id))];
      return all.sort((a, b) => b.feedback.at - a.feedback.at);
    },
    async chatIdsOfMessages() {
      const stored = await onDisk(() => disk.chatIdsOfMessages());
      return [...new Set([...(await memory.chatIdsOfMessages()), ...stored])];
    },
  };
}

async function listOf<Row>(found: Promise<Row | undefined> | undefined): Promise<readonly Row[]> {
  const row = await found;
  return row === undefined ? [] : [row];
}
