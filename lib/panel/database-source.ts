import { liveQuery } from 'dexie';
import type { Queries } from '../storage/queries';
import { createLateScan } from './history/late-scan';
import type { QuerySource } from './query-source';

/** Reads the database itself; Dexie sees what the background writes there. What is not given is made of the queries. */
export function createDatabaseSource(
  queries: Queries,
  others: Partial<Pick<QuerySource, 'search' | 'textChanges' | 'watchChats'>> = {},
): QuerySource {
  const source: QuerySource = {
    ...queries,
    search: createLateScan(queries),
    textChanges: () => Promise.resolve(),
    watchChats: (observer) => source.watch(queries.chats, observer),
    ...others,
    watch(query, observer) {
      const told = async () => {
        try {
          return await query();
        } catch (reason) {
          // Dexie keeps this one to itself, and the query would wait for ever.
          const isClosed = (reason as { readonly name?: string }).name === 'DatabaseClosedError';
          if (isClosed) queueMicrotask(() => observer.error(reason));
          throw reason;
        }
      };
      const subscription = liveQuery(told).subscribe({
        next: (result) => observer.next(result),
        error: (reason) => observer.error(reason),
      });
      return () => subscription.unsubscribe();
    },
  };
  return source;
}
