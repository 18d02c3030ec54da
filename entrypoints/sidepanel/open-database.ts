import { createDatabaseSource } from '../../lib/panel/database-source';
import type { QuerySource } from '../../lib/panel/query-source';
import type { OnUnreadable } from '../../lib/storage/read-rows';
import { createQueries } from '../../lib/storage/queries';
import { AsideDatabase } from '../../lib/storage/schema';

/** Opens the database for reading. */
export function openDatabase(onUnreadable: OnUnreadable): QuerySource {
  return createDatabaseSource(createQueries(new AsideDatabase(), onUnreadable));
}
