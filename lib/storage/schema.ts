import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Chat, Feedback, Message, MessageBody, Run } from '../domain/chat';
import type { PageSnapshot } from '../domain/page';
import type { Picture } from '../domain/pictures/picture';
import type { WrappedKey } from './keys/passphrase';
import type { Sealed } from './keys/seal';
import { queueForSearch } from './search/queue-for-search';
import {
  LAYOUT,
  type SearchMarkRow,
  type SearchPartRow,
  type SearchStateRow,
  type UnindexedRow,
} from './search/search-rows';
import type { ImportRow } from './import-chats';
import { settleAborted } from './settle-aborted';

/** A snapshot; `draftAt` (its time) stands until a message carries it, so that unused previews can be purged. */
export type SnapshotRow = PageSnapshot & { readonly draftAt?: number };

/** A key and what goes beside it, bound to the host it was entered for. Read by the background alone. */
export interface KeyRow {
  readonly providerId: string;
  readonly host: string;
  /** Empty where there is no key, or where it is sealed. */
  readonly value: string;
  /** Extra headers; where they are sealed their values are empty. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Extra query parameters; where they are sealed their values are empty. */
  readonly query?: Readonly<Record<string, string>>;
  /** All values, as `keys/sealed-row` seals them. */
  readonly sealed?: Sealed;
  /** Whether there is a key among what is sealed or was kept for a session. */
  readonly hasKey?: boolean;
  /** Kept until the browser closes, in its memory: what is stored here is that there was one. */
  readonly session?: true;
}

/** What the keys are sealed with. Read by the background alone. */
export type LockRow =
  /** Seals what the browser's memory keeps for the session; it can be used, but never read. */
  | { readonly id: 'session'; readonly key: CryptoKey }
  /** Seals the rows of `keys`; there while a passphrase is set. */
  | { readonly id: 'passphrase'; readonly wrapped: WrappedKey; readonly autoLockMinutes: number | null };

/** The newest schema that this code knows. Each that was released has a dump in tests/fixtures/storage. */
export const SCHEMA_VERSION = 3;

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
  declare keys: Table<KeyRow, string>;
  // `usage` of the versions below is written no more: what was spent is a setting's item, `spendingBookItem`.
  /** The index of texts; `search/search-rows` says how it is made. */
  declare unindexed: Table<UnindexedRow, string>;
  declare searchState: Table<SearchStateRow, string>;
  declare searchParts: Table<SearchPartRow, string>;
  declare searchMarks: Table<SearchMarkRow, string>;
  declare locks: Table<LockRow, LockRow['id']>;
  declare imports: EntityTable<ImportRow, 'id'>;

  constructor(name = 'aside') {
    super(name);
    this.use(settleAborted);
    this.use(queueForSearch);
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
    // Messages that were deleted are found in order to be purged.
    this.version(3).stores({
      locks: 'id',
      messages: 'id, chatId, status, page.snapshotId, deletion.at',
      unindexed: 'messageId',
      searchState: 'id',
      searchParts: 'id, small',
      searchMarks: 'id',
      imports: 'id',
    });
    // A new database has no messages that the index does not hear of.
    this.on('populate', async (transaction) => {
      await transaction.table<SearchStateRow, string>('searchState').bulkPut([
        { id: 'gone-through', after: null, done: true },
        { id: 'layout', layout: LAYOUT },
      ]);
    });
  }
}
