import { expect, test } from 'vitest';
import { awaitUpgrade } from '../../../lib/storage/await-upgrade';
import { AsideDatabase } from '../../../lib/storage/schema';

test('waits for an older database to be brought up to date, and for nothing else', async () => {
  const name = `test-${crypto.randomUUID()}`;
  await awaitUpgrade(name);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 5);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
  let isOver = false;
  const waiting = awaitUpgrade(name).then(() => (isOver = true));
  // Two looks of another one, which the waiting one had too.
  await indexedDB.databases();
  await indexedDB.databases();
  expect(isOver).toBe(false);
  const database = new AsideDatabase(name);
  await database.open();
  await waiting;
  await awaitUpgrade(name);
  database.close();
});
