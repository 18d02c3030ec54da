import type { ArchivedChat } from '../domain/archive/archived-chat';
import type { ChatId, SnapshotId } from '../domain/ids';
import type { AsideDatabase } from './schema';

/** What an import that is not done yet has put where; it is taken back where nobody ends it. */
export interface ImportRow {
  readonly id: string;
  readonly chatIds: readonly ChatId[];
  readonly snapshotIds: readonly SnapshotId[];
}

type Tables = Omit<AsideDatabase, 'keys' | 'locks'>;

/** Held while chats are imported: whoever finds an import that is not done and nobody at it may take it back. */
export const IMPORT_LOCK = 'aside-import';

/** Messages that go in one transaction: others read and write between two. */
const BATCH = 500;

/**
 * Stores chats, all or nothing. Their messages are stored a few at a time, so that nobody waits for long; the chats' own
 * rows, without which nothing of it is seen, come last and together. Stopped or failed, all is taken back. Nothing that
 * is stored is overwritten: a row that is there already fails it.
 */
export async function importChats(
  database: Tables,
  chats: readonly ArchivedChat[],
  signal: AbortSignal,
  onMessages: (messages: number) => void = () => undefined,
): Promise<void> {
  const row: ImportRow = {
    id: crypto.randomUUID(),
    chatIds: chats.flatMap(({ chat }) => (chat === null ? [] : [chat.id])),
    snapshotIds: await newSnapshots(database, chats),
  };
  await database.imports.add(row);
  const fresh = new Set<SnapshotId>(row.snapshotIds);
  try {
    let done = 0;
    for (const batch of batchesOf(chats)) {
      signal.throwIfAborted();
      await storeBatch(database, batch, fresh);
      done += batch.reduce((sum, { messages }) => sum + messages.length, 0);
      onMessages(done);
    }
    signal.throwIfAborted();
    await database.transaction('rw', [database.chats, database.imports], async () => {
      await database.chats.bulkAdd(chats.flatMap(({ chat }) => (chat === null ? [] : [chat])));
      await database.imports.delete(row.id);
    });
  } catch (reason) {
    await takeBack(database, row);
    throw reason;
  }
}

/** Takes back what imports have left that ended amid their work: those that are not done and that nobody is at. */
export async function takeBackDeadImports(database: Tables, locks: LockManager = navigator.locks): Promise<void> {
  if ((await database.imports.count()) === 0) return;
  await locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    for (const row of await database.imports.toArray()) await takeBack(database, row);
  });
}

/** Whole chats up to a size, and pieces of longer ones. */
function* batchesOf(chats: readonly ArchivedChat[]): Iterable<readonly ArchivedChat[]> {
  let batch: ArchivedChat[] = [];
  let size = 0;
  for (const chat of chats) {
    for (let from = 0; from === 0 || from < chat.messages.length; from += BATCH) {
      const piece = pieceOf(chat, from);
      batch.push(piece);
      size += piece.messages.length;
      if (size < BATCH) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function pieceOf(chat: ArchivedChat, from: number): ArchivedChat {
  if (chat.messages.length <= BATCH) return chat;
  const messages = chat.messages.slice(from, from + BATCH);
  const ids = new Set(messages.map(({ id }) => id));
  return {
    chat: chat.chat,
    messages,
    bodies: chat.bodies.filter(({ messageId }) => ids.has(messageId)),
    feedback: chat.feedback.filter(({ messageId }) => ids.has(messageId)),
    pictures: chat.pictures.filter(({ messageId }) => ids.has(messageId)),
    pages: from === 0 ? chat.pages : [],
  };
}

async function storeBatch(
  database: Tables,
  batch: readonly ArchivedChat[],
  fresh: Set<SnapshotId>,
): Promise<void> {
  const { messages, bodies, feedback, attachments, snapshots } = database;
  await database.transaction('rw', [messages, bodies, feedback, attachments, snapshots], async () => {
    for (const archived of batch) {
      const pages = archived.pages.filter(({ id }) => fresh.delete(id));
      await snapshots.bulkAdd(pages);
      await messages.bulkAdd([...archived.messages]);
      await bodies.bulkAdd([...archived.bodies]);
      await feedback.bulkAdd([...archived.feedback]);
      await attachments.bulkAdd([...archived.pictures]);
    }
  });
}

/** Pages of the chats that are not stored yet; a page that is, is the same: its id was made with it. */
async function newSnapshots(database: Tables, chats: readonly ArchivedChat[]): Promise<readonly SnapshotId[]> {
  const ids = [...new Set(chats.flatMap(({ pages }) => pages.map(({ id }) => id)))];
  const stored = new Set(await database.snapshots.toCollection().primaryKeys());
  return ids.filter((id) => !stored.has(id));
}

async function takeBack(database: Tables, { id, chatIds, snapshotIds }: ImportRow): Promise<void> {
  const { chats, messages, bodies, feedback, attachments, snapshots, imports } = database;
  const tables = [chats, messages, bodies, feedback, attachments, snapshots, imports];
  for (const chatId of chatIds) {
    await database.transaction('rw', tables, async () => {
      if ((await chats.get(chatId)) !== undefined) return;
      const keys = await messages.where('chatId').equals(chatId).primaryKeys();
      await Promise.all([messages, bodies, feedback].map((table) => table.bulkDelete(keys)));
      await attachments.where('messageId').anyOf(keys).delete();
    });
  }
  await database.transaction('rw', [messages, snapshots, imports], async () => {
    const carried = new Set(await messages.where('page.snapshotId').anyOf(snapshotIds).keys());
    await snapshots.bulkDelete(snapshotIds.filter((snapshotId) => !carried.has(snapshotId)));
    await imports.delete(id);
  });
}
