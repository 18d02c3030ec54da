import type { QueryObserver, QuerySource } from './query-source';

/**
 * A source whose code is still being loaded: what is asked of it waits. Where it can't be loaded every query fails with
 * an error that says so.
 */
export function createLateSource(coming: Promise<QuerySource>): QuerySource {
  let source: QuerySource | null = null;
  const arrived = coming.then(
    (found) => (source = found),
    (reason: unknown) => {
      throw new Error('What reads the database could not be loaded.', { cause: reason });
    },
  );
  // Whoever asks hears of it; perhaps nobody does.
  arrived.catch(() => undefined);

  /** At once as soon as that is possible: Dexie does not see what a watched query reads after other waits. */
  function ask<Result>(query: (from: QuerySource) => Promise<Result>): Promise<Result> {
    return source === null ? arrived.then(query) : query(source);
  }

  function follow(start: (from: QuerySource) => () => void, observer: QueryObserver<never>): () => void {
    if (source !== null) return start(source);
    let isOver = false;
    let stop = (): void => undefined;
    arrived.then(
      (found) => {
        if (!isOver) stop = start(found);
      },
      (reason: unknown) => {
        if (!isOver) observer.error(reason);
      },
    );
    return () => {
      isOver = true;
      stop();
    };
  }

  return {
    chats: () => ask((from) => from.chats()),
    chat: (id) => ask((from) => from.chat(id)),
    messages: (chatId) => ask((from) => from.messages(chatId)),
    bodies: (ids) => ask((from) => from.bodies(ids)),
    snapshots: (ids) => ask((from) => from.snapshots(ids)),
    pictures: (ids) => ask((from) => from.pictures(ids)),
    feedback: (ids) => ask((from) => from.feedback(ids)),
    rated: () => ask((from) => from.rated()),
    chatIdsOfMessages: () => ask((from) => from.chatIdsOfMessages()),
    search: (...asked) => ask((from) => from.search(...asked)),
    textChanges: () => ask((from) => from.textChanges()),

    watch: (query, observer) => follow((from) => from.watch(query, observer), observer),
    watchChats: (observer) => follow((from) => from.watchChats(observer), observer),
  };
}
