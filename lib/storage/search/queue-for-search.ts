import type { DBCore, DBCoreMutateResponse, DBCoreTable, Middleware } from 'dexie';

const QUEUE = 'unindexed';

/**
 * Notes with every text that is written or deleted, in the same transaction, that the index does not know it so. What is
 * not in the index as it is can then be read by itself, and a search is never behind.
 */
export const queueForSearch: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'queue-for-search',
  create: (core) => {
    const isThere = core.schema.tables.some(({ name }) => name === QUEUE);
    if (!isThere) return core;
    return {
      ...core,
      transaction(stores, mode, options) {
        const writesTexts = mode === 'readwrite' && stores.includes('bodies') && !stores.includes(QUEUE);
        return core.transaction(writesTexts ? [...stores, QUEUE] : stores, mode, options);
      },
      table(name) {
        const table = core.table(name);
        return name === 'bodies' ? queueing(table, core) : table;
      },
    };
  },
};

function queueing(table: DBCoreTable, core: DBCore): DBCoreTable {
  return {
    ...table,
    mutate(request) {
      const { trans } = request;
      const queue = async (ids: readonly string[]): Promise<void> => {
        const values = ids.map((messageId) => ({ messageId, stamp: Math.random() }));
        if (values.length > 0) await core.table(QUEUE).mutate({ type: 'put', trans, values });
      };
      const after = async (ids: readonly string[]): Promise<DBCoreMutateResponse> => {
        const result = await table.mutate(request);
        await queue(ids);
        return result;
      };
      switch (request.type) {
        case 'put':
        case 'add': {
          // Both at once: where one fails, the transaction takes the other back.
          const rows = request.values as readonly { readonly messageId: string }[];
          const queued = queue(rows.map(({ messageId }) => messageId));
          return table.mutate(request).then((result) => queued.then(() => result));
        }
        case 'delete':
          return after(request.keys as string[]);
        case 'deleteRange': {
          const query = { index: table.schema.primaryKey, range: request.range };
          return table.query({ trans, values: false, query }).then(({ result }) => after(result as string[]));
        }
      }
    },
  };
}
