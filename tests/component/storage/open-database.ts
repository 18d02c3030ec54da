import { onTestFinished } from 'vitest';
import { AsideDatabase } from '../../../lib/storage/schema';

/** Opens a database of a name of its own, or a second connection to one; closed when the test is over. */
export async function openDatabase(name = `test-${crypto.randomUUID()}`): Promise<AsideDatabase> {
  const database = new AsideDatabase(name);
  await database.open();
  onTestFinished(() => database.close());
  return database;
}
