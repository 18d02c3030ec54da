import type { EngineClient } from '../messaging/engine-client';
import type { PanelQuery } from '../messaging/protocol';
import type { Queries } from '../storage/queries';
import { createLateScan } from './history/late-scan';
import type { QuerySource } from './query-source';

/** Reads through the background. `onChange` tells when what it keeps has changed, and returns the way out. */
export function createChannelSource(
  client: Pick<EngineClient, 'request'>,
  onChange: (listener: () => void) => () => void,
): QuerySource {
  const ask = <Name extends keyof Queries>(query: Extract<PanelQuery, { name: Name }>) =>
    client.request({ type: 'query', query }) as ReturnType<Queries[Name]>;
  const queries: Queries = {
    chats: () => ask<'chats'>({ name: 'chats' }),
    chat: (id) => ask<'chat'>({ name: 'chat', id }),
    messages: (chatId) => ask<'messages'>({ name: 'messages', chatId }),
    bodies: (ids) => ask<'bodies'>({ name: 'bodies', ids: [...ids] }),
    snapshots: (ids) => ask<'snapshots'>({ name: 'snapshots', ids: [...ids] }),
    pictures: (ids) => ask<'pictures'>({ name: 'pictures', ids: [...ids] }),
    feedback: (ids) => ask<'feedback'>({ name: 'feedback', ids: [...ids] }),
    rated: () => ask<'rated'>({ name: 'rated' }),
    chatIdsOfMessages: () => ask<'chatIdsOfMessages'>({ name: 'chatIdsOfMessages' }),
  };
  const source: QuerySource = {
    ...queries,
    watchChats: (observer) => source.watch(queries.chats, observer),
    search: createLateScan(queries),
    // Every change of what is in memory runs all watched queries.
    textChanges: () => Promise.resolve(),
    watch(query, observer) {
      let isClosed = false;
      let isRunning = false;
      let isStale = false;
      async function run(): Promise<void> {
        isStale = true;
        if (isRunning) return;
        isRunning = true;
        while (isStale && !isClosed) {
          isStale = false;
          await query().then(
            (result) => (isClosed ? undefined : observer.next(result)),
            (reason: unknown) => (isClosed ? undefined : observer.error(reason)),
          );
        }
        isRunning = false;
      }
      void run();
      const stop = onChange(() => void run());
      return () => {
        isClosed = true;
        stop();
      };
    },
  };
  return source;
}
