import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Chat, Feedback, Message, MessageBody, Run } from '../domain/chat';
import type { PageSnapshot } from '../domain/page';
import type { Picture } from '../domain/pictures/picture';
import { settleAborted } from './settle-aborted';

/** What an answer cost, for sums over days. */
export interface UsageRow {
  readonly messageId: string;
  readonly providerId: string;
  readonly model: string;
  readonly at: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A snapshot; `draftAt` (its time) stands until a message carries it, so that unused previews can be purged. */
export type SnapshotRow = PageSnapshot & { readonly draftAt?: number };

/** A key, bound to the host it was entered for. Read by the background alone. */
export interface KeyRow {
  readonly providerId: string;
  readonly host: string;
  readonly value: string;
}

/** The newest schema that this code knows. Each that was released has a dump in tests/fixtures/storage. */
export const SCHEMA_VERSION = 2;

/**
 * Aside's database. Schema 1 has a place for all that design section 3 names. Rows of `messages` hold no text, so
 * that watching a thread doesn't read it again with every checkpoint.
 */
export class AsideDatabase extends Dexie {
  declare chats: EntityTable<Chat, 'id'>;
  declare messages: EntityTable<Message, 'id'>;
  declare bodies: Table<MessageBody, string>;
  declare runs: EntityTable<Run, 'id'>;
  declare snapshots: EntityTable<SnapshotRow, 'id'>;
  declare attachments: EntityTable<Picture, 'id'>;
  declare feedback: Table<Feedback, string>;
  declare usage: Table<UsageRow, string>;
  declare keys: Table<KeyRow, string>;

  constructor(name = 'aside') {
    super(name);
    this.use(settleAborted);
    this.version(1).stores({
      chats: 'id, updatedAt, deletedAt',
      messages: 'id, chatId, status, page.snapshotId',
      bodies: 'messageId',
      runs: 'id, messageId, ownerId',
      snapshots: 'id, draftAt',
      attachments: 'id',
      feedback: 'messageId',
      usage: 'messageId, at',
      keys: 'providerId',
    });
    // Pictures are found by their answer. No row of the table was written before.
    this.version(2).stores({ attachments: 'id, messageId' });
  }
}
