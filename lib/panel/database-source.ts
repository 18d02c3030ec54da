import { liveQuery } from 'dexie';
import type { SearchMessages } from '../domain/search/message-hit';
import type { Queries } from '../storage/queries';
import { createLateScan } from './history/late-scan';
import type { QuerySource } from './query-source';

/** Reads the database itself; Dexie sees what the background writes there. */
export function createDatabaseSource(
  queries: Queries,
  search: SearchMessages = createLateScan(queries),
  textChanges: QuerySource['textChanges'] = () => Promise.resolve(),
): QuerySource {
  return {
    ...queries,
    search,
    textChanges,
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
}
