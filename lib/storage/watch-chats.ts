import { Dexie, RangeSet, type ObservabilitySet } from 'dexie';
import type { Chat } from '../domain/chat';
import type { ChatId } from '../domain/ids';
import type { WatchChats } from './queries';
import { createRowReader, type OnUnreadable } from './read-rows';
import type { AsideDatabase } from './schema';

/** Chats that are told of before the others are read, and chats that are read together. */
const FIRST = 120;
const AT_ONCE = 500;

/**
 * Makes a watch over the table of chats that reads it once: of many chats the last used come first, then all; after a
 * change in whatever window only what was changed is read again. The decision on long histories says why.
 */
export function createChatsWatch(
  { name, chats }: Pick<AsideDatabase, 'name' | 'chats'>,
  onUnreadable: OnUnreadable = () => undefined,
): WatchChats {
  const read = createRowReader(chats, 'chats', onUnreadable);
  const changesOf = (parts: ObservabilitySet): readonly string[] | 'any' | undefined => {
    const tree = parts[`idb://${name}/chats/`];
    if (tree === undefined) return parts['all'] === undefined ? undefined : 'any';
    const ranges = [...RangeSet(tree)];
    return ranges.every(({ from, to }) => from === to) ? ranges.map(({ from }) => from as string) : 'any';
  };

  return (observer) => {
    let isOver = false;
    let isWorking = false;
    let rows = new Map<ChatId, Chat>();
    let changed: Set<string> | 'any' = 'any';

    const tell = (of: Iterable<Chat>) => {
      if (isOver) return;
      observer.next(
        [...of].filter(({ deletedAt }) => deletedAt === null).sort((a, b) => b.updatedAt - a.updatedAt),
      );
    };

    async function readAll(): Promise<void> {
      if (rows.size === 0) {
        const first = await read
          .select(chats.orderBy('updatedAt').reverse().limit(FIRST))
          // All are read all the same.
          .catch(() => []);
        if (first.length === FIRST) tell(first);
      }
      const all = new Map<ChatId, Chat>();
      // By their own keys: a damaged index hides rows that are there.
      for (let after = '' as ChatId | undefined; after !== undefined && !isOver;) {
        const keys: readonly ChatId[] = await chats.where(':id').above(after).limit(AT_ONCE).primaryKeys();
        for (const chat of await read.getAll(keys)) all.set(chat.id, chat);
        after = keys.at(-1);
      }
      rows = all;
    }

    async function readAgain(keys: readonly string[]): Promise<void> {
      const found = new Map((await read.getAll(keys)).map((chat) => [chat.id, chat]));
      for (const key of keys as readonly ChatId[]) {
        const chat = found.get(key);
        if (chat === undefined) rows.delete(key);
        else rows.set(key, chat);
      }
    }

    async function work(): Promise<void> {
      isWorking = true;
      try {
        while (!isOver && (changed === 'any' || changed.size > 0)) {
          const now = changed;
          changed = new Set();
          await (now === 'any' ? readAll() : readAgain([...now]));
          tell(rows.values());
        }
      } catch (reason) {
        changed = 'any';
        if (!isOver) observer.error(reason);
      } finally {
        isWorking = false;
      }
    }

    const onChange = (parts: ObservabilitySet): void => {
      const keys = changesOf(parts);
      if (keys === undefined) return;
      if (keys === 'any') changed = 'any';
      else if (changed !== 'any') for (const key of keys) changed.add(key);
      if (!isWorking) void work();
    };
    Dexie.on.storagemutated.subscribe(onChange);
    void work();
    return () => {
      isOver = true;
      Dexie.on.storagemutated.unsubscribe(onChange);
    };
  };
}
