import type { SearchMessages } from '../domain/search/message-hit';
import { createQueries, type Queries, type WatchChats } from './queries';
import type { OnUnreadable } from './read-rows';
import type { AsideDatabase } from './schema';
import { createChatsWatch } from './watch-chats';

/** All that panels read of the database. */
export interface Reading {
  readonly queries: Queries;
  readonly search: SearchMessages;
  readonly watchChats: WatchChats;
  /** Watched by Dexie's live query, it comes again with every text or thumb that is written, deleted or taken back. */
  readonly textChanges: () => Promise<unknown>;
}

/** Makes the queries and the search, whose code is loaded when somebody searches. */
export function createReading(
  database: Omit<AsideDatabase, 'keys' | 'locks'>,
  onUnreadable: OnUnreadable,
): Reading {
  let search: Promise<SearchMessages> | undefined;
  return {
    queries: createQueries(database, onUnreadable),
    watchChats: createChatsWatch(database, onUnreadable),
    textChanges: () =>
      Promise.all([
        // Whatever text is written or deleted is noted there.
        database.unindexed.count(),
        // What can be taken back is marked.
        database.messages.where('deletion.at').above(0).count(),
        database.feedback.count(),
      ]),
    async search(...asked) {
      search ??= import('./search/search-messages').then(({ createMessageSearch }) =>
        createMessageSearch(database, onUnreadable),
      );
      await (
        await search
      )(...asked);
    },
  };
}
