import type { Chat, Feedback, Message, MessageBody, Run } from '../domain/chat';
import type { ChatId, MessageId, PictureId, RunId, SnapshotId } from '../domain/ids';
import type { Picture } from '../domain/pictures/picture';
import type { SnapshotRow } from './schema';

/** The tables of chats, in memory. */
export interface MemoryTables {
  readonly chats: Map<ChatId, Chat>;
  readonly messages: Map<MessageId, Message>;
  readonly bodies: Map<MessageId, MessageBody>;
  readonly runs: Map<RunId, Run>;
  readonly snapshots: Map<SnapshotId, SnapshotRow>;
  readonly attachments: Map<PictureId, Picture>;
  readonly feedback: Map<MessageId, Feedback>;
}

/** The name of one of them. */
export type MemoryTableName = keyof MemoryTables;

/** Rows in memory that tell of their changes. */
export interface MemoryRows extends MemoryTables {
  /** Calls back after every change with where it was. Returns the way out. */
  onChange(listener: (table: MemoryTableName, id: string) => void): () => void;
  clear(): void;
}

/** Makes empty tables. */
export function createMemoryRows(): MemoryRows {
  const listeners = new Set<(table: MemoryTableName, id: string) => void>();
  const tableOf = <Id extends string, Row>(name: MemoryTableName): Map<Id, Row> =>
    new WatchedMap<Id, Row>((id) => listeners.forEach((listener) => listener(name, id)));
  const tables: MemoryTables = {
    chats: tableOf('chats'),
    messages: tableOf('messages'),
    bodies: tableOf('bodies'),
    runs: tableOf('runs'),
    snapshots: tableOf('snapshots'),
    attachments: tableOf('attachments'),
    feedback: tableOf('feedback'),
  };
  return {
    ...tables,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => Object.values(tables).forEach((table: Map<string, unknown>) => table.clear()),
  };
}

class WatchedMap<Id extends string, Row> extends Map<Id, Row> {
  readonly #changed: (id: Id) => void;

  constructor(changed: (id: Id) => void) {
    super();
    this.#changed = changed;
  }

  override set(id: Id, row: Row): this {
    super.set(id, row);
    this.#changed(id);
    return this;
  }

  override delete(id: Id): boolean {
    const was = super.delete(id);
    if (was) this.#changed(id);
    return was;
  }

  override clear(): void {
    for (const id of [...this.keys()]) this.delete(id);
  }
}
