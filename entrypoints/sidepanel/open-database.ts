import { createDatabaseSource } from '../../lib/panel/database-source';
import type { QuerySource } from '../../lib/panel/query-source';
import { awaitUpgrade } from '../../lib/storage/await-upgrade';
import type { OnUnreadable } from '../../lib/storage/read-rows';
import { createReading } from '../../lib/storage/reading';
import { AsideDatabase } from '../../lib/storage/schema';

/** Opens the database for reading, as soon as the background has brought an older one up to date. */
export async function openDatabase(onUnreadable: OnUnreadable): Promise<QuerySource> {
  await awaitUpgrade();
  const { queries, ...others } = createReading(new AsideDatabase(), onUnreadable);
  return createDatabaseSource(queries, others);
}
