import type { SearchMessages } from '../domain/search/message-hit';
import type { Queries, WatchChats } from '../storage/queries';

/** Hears of a query's results. */
export interface QueryObserver<Result> {
  next(result: Result): void;
  error(reason: unknown): void;
}

/** Runs a query now, and again whenever what it read may have changed. Returns the way out. */
export type WatchQuery = <Result>(query: () => Promise<Result>, observer: QueryObserver<Result>) => () => void;

/** Where a panel reads: the queries, and word of changes. */
export interface QuerySource extends Queries {
  readonly watch: WatchQuery;
  readonly watchChats: WatchChats;
  readonly search: SearchMessages;
  /** A query to be watched alone for when it comes again: some text or thumb was written or deleted. */
  readonly textChanges: () => Promise<unknown>;
}
