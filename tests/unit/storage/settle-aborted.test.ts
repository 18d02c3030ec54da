import type { DBCore, DBCoreTable, DBCoreTransaction } from 'dexie';
import { expect, test } from 'vitest';
import { settleAborted } from '../../../lib/storage/settle-aborted';

/** A database that never answers, as the browser's does for a value that it cannot decode. */
function silentTable(): DBCoreTable {
  const never = () => new Promise<never>(() => undefined);
  const silent = { get: never, getMany: never, query: never, count: never, openCursor: never, mutate: never };
  const core = { table: () => silent } as unknown as DBCore;
  return settleAborted.create(core).table?.('chats') as DBCoreTable;
}

test.each(['get', 'getMany', 'query', 'count', 'openCursor', 'mutate'] as const)(
  '%s fails when its transaction is aborted, though it hears nothing itself',
  async (method) => {
    const transaction = new EventTarget();
    const request = { trans: transaction as unknown as DBCoreTransaction } as never;
    const result = silentTable()[method](request);
    transaction.dispatchEvent(new Event('abort'));
    await expect(result).rejects.toMatchObject({ name: 'UnknownError' });
  },
);

test('a cursor that meets such a value on its way fails, too', async () => {
  const transaction = new EventTarget();
  const cursor = { start: () => new Promise<never>(() => undefined) };
  const open = { openCursor: async () => cursor } as unknown as DBCoreTable;
  const table = settleAborted.create({ table: () => open } as unknown as DBCore).table?.('chats') as DBCoreTable;
  const opened = await table.openCursor({ trans: transaction as unknown as DBCoreTransaction } as never);
  const went = opened?.start(() => undefined);
  transaction.dispatchEvent(new Event('abort'));
  await expect(went).rejects.toMatchObject({ name: 'UnknownError' });
});
