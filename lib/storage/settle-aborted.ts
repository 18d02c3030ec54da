import {
  Dexie,
  type DBCore,
  type DBCoreCursor,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie';

/**
 * Lets a request fail when its transaction is aborted. Every request should hear of that by itself, but in Firefox (seen
 * in 140) the request for a value that can't be decoded ends with the event of success whose `result` throws. That ends
 * the listener, which aborts the transaction, and whoever waits for the value would wait for ever.
 */
export const settleAborted: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'settle-aborted',
  create: (core) => ({ ...core, table: (name) => settling(core.table(name)) }),
};

function settling(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    get: (request) => orAborted(request.trans, table.get(request)),
    getMany: (request) => orAborted(request.trans, table.getMany(request)),
    query: (request) => orAborted(request.trans, table.query(request)),
    count: (request) => orAborted(request.trans, table.count(request)),
    openCursor: (request) =>
      orAborted(request.trans, table.openCursor(request)).then((cursor) => cursor && going(request.trans, cursor)),
    mutate: (request) => orAborted(request.trans, table.mutate(request)),
  };
}

/** A cursor that opened may still meet such a value on its way. */
function going(transaction: DBCoreTransaction, cursor: DBCoreCursor): DBCoreCursor {
  const start = cursor.start.bind(cursor);
  cursor.start = (onNext) => orAborted(transaction, start(onNext));
  return cursor;
}

/** Dexie's own promise, which keeps the transaction, and what a live query observes, across its callbacks. */
function orAborted<Result>(transaction: DBCoreTransaction, result: Promise<Result>): Promise<Result> {
  return new Dexie.Promise<Result>((resolve, reject) => {
    const events = eventsOf(transaction);
    const onAbort = () => reject(new DOMException('The transaction was aborted.', 'UnknownError'));
    const leave = () => events.removeEventListener('abort', onAbort);
    events.addEventListener('abort', onAbort);
    result.then(resolve, reject);
    result.then(leave, leave);
  });
}

function eventsOf(transaction: DBCoreTransaction): EventTarget {
  return transaction as unknown as EventTarget;
}
