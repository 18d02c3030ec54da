import type { MemoryRows, MemoryTableName } from './memory-rows';

/** The browser's session storage, as far as it is needed: it lives in memory and outlives a background that sleeps. */
export interface SessionArea {
  /** All that is stored, by key. */
  load(): Promise<Readonly<Record<string, unknown>>>;
  save(rows: readonly { readonly key: string; readonly value: unknown }[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Tells panels that what they read in memory is not as it was. */
  announce(): Promise<void>;
}

/** Tables that panels read while an answer grows; the others change with every checkpoint. */
const SEEN: readonly MemoryTableName[] = ['chats', 'messages', 'snapshots', 'feedback'];

/**
 * Fills `rows` from the session and keeps it there under `name`, so that memory is the browser's and not only this
 * background's; null: only tells panels of changes. Resolves when the rows are there. A session that is full is not
 * fatal: the rows go on in memory.
 */
export async function mirrorToSession(rows: MemoryRows, name: string | null, session: SessionArea): Promise<void> {
  const prefix = `memory/${name}/`;
  for (const [key, row] of Object.entries(name === null ? {} : await session.load())) {
    if (!key.startsWith(prefix)) continue;
    const [table = '', id = ''] = key.slice(prefix.length).split('/');
    if (table in rows) (rows[table as MemoryTableName] as Map<string, unknown>).set(id, row);
  }

  let changed = new Map<string, { readonly table: MemoryTableName; readonly id: string }>();
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (changed.size > 0) {
      const batch = changed;
      changed = new Map();
      const entries = [...batch].map(([key, { table, id }]) => ({
        key,
        value: (rows[table] as Map<string, unknown>).get(id),
      }));
      if (name !== null) {
        const gone = entries.filter(({ value }) => value === undefined).map(({ key }) => key);
        await Promise.all([
          session.save(entries.filter(({ value }) => value !== undefined)),
          session.remove(gone),
        ]).catch((reason: unknown) => console.warn('Aside: the session storage took no more.', reason));
      }
      if ([...batch.values()].some(({ table }) => SEEN.includes(table))) {
        await session.announce().catch((reason: unknown) => console.warn('Aside: no panel was told.', reason));
      }
    }
    writing = undefined;
  }

  rows.onChange((table, id) => {
    changed.set(`${prefix}${table}/${id}`, { table, id });
    // What one transaction changes goes in one batch.
    writing ??= Promise.resolve().then(write);
  });
}
