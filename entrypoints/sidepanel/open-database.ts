import { createDatabaseSource } from '../../lib/panel/database-source';
import type { QuerySource } from '../../lib/panel/query-source';
import type { OnUnreadable } from '../../lib/storage/read-rows';
import { createReading } from '../../lib/storage/reading';
import { AsideDatabase } from '../../lib/storage/schema';

/** Opens the database for reading. */
export function openDatabase(onUnreadable: OnUnreadable): QuerySource {
  const { queries, search } = createReading(new AsideDatabase(), onUnreadable);
  return createDatabaseSource(queries, search);
}
