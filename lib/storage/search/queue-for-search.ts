import type { DBCore, DBCoreTable, Middleware } from 'dexie';

const QUEUE = 'unindexed';

/**
 * Notes with every text that is written, in the same transaction, that the index does not know it yet. So whatever is
 * not in the index can be read by itself, and a search is never behind.
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
      if (request.type !== 'put' && request.type !== 'add') return table.mutate(request);
      const values = (request.values as readonly { readonly messageId: string }[]).map(({ messageId }) => ({
        messageId,
        stamp: Math.random(),
      }));
      return table.mutate(request).then((result) =>
        core
          .table(QUEUE)
          .mutate({ type: 'put', trans: request.trans, values })
          .then(() => result),
      );
    },
  };
}
