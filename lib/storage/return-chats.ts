import type { MemoryRows } from './memory-rows';
import type { AsideDatabase } from './schema';

/**
 * Moves chats from memory to the database, all or nothing. A chat that is stored there too keeps its title and what it
 * held; rejects with the database's own error.
 */
export async function returnChats(rows: MemoryRows, database: AsideDatabase): Promise<void> {
  let changed = true;
  const stopListening = rows.onChange(() => {
    changed = true;
  });
  try {
    // An answer may grow meanwhile; what it wrote to memory would be lost.
    while (changed) {
      changed = false;
      await writeAll(rows, database);
    }
  } finally {
    stopListening();
  }
  rows.clear();
}

async function writeAll(rows: MemoryRows, database: AsideDatabase): Promise<void> {
  const { chats, messages, bodies, runs, snapshots, attachments, feedback } = database;
  await database.transaction('rw', [chats, messages, bodies, runs, snapshots, attachments, feedback], async () => {
    for (const chat of rows.chats.values()) {
      const stored = await chats.get(chat.id);
      await chats.put({ ...chat, title: stored?.title || chat.title });
    }
    await messages.bulkPut([...rows.messages.values()]);
    await bodies.bulkPut([...rows.bodies.values()]);
    await runs.bulkPut([...rows.runs.values()]);
    await snapshots.bulkPut([...rows.snapshots.values()]);
    await attachments.bulkPut([...rows.attachments.values()]);
    await feedback.bulkPut([...rows.feedback.values()]);
  });
}
