import { describe, expect, test, vi } from 'vitest';
import { createLateSource } from '../../../lib/panel/late-source';
import type { QuerySource } from '../../../lib/panel/query-source';
import { createMemoryQueries } from '../../../lib/storage/memory-queries';
import { createMemoryRows } from '../../../lib/storage/memory-rows';
import { chatIdOf, chatRow } from '../../support/rows';

/** A source over rows in memory that tells its watchers once. */
function memorySource(): QuerySource & { readonly left: () => number } {
  const rows = createMemoryRows();
  rows.chats.set(chatIdOf('a'), chatRow('a'));
  let left = 0;
  return {
    ...createMemoryQueries(rows),
    search: async () => undefined,
    textChanges: async () => undefined,
    watchChats: () => () => undefined,
    watch(query, observer) {
      void query().then((result) => observer.next(result));
      return () => (left += 1);
    },
    left: () => left,
  };
}

function observer() {
  return { next: vi.fn<(result: unknown) => void>(), error: vi.fn<(reason: unknown) => void>() };
}

describe('a source that is still being loaded', () => {
  test('answers what was asked before it came, and what is asked after', async () => {
    const { promise, resolve } = Promise.withResolvers<QuerySource>();
    const source = createLateSource(promise);
    const early = source.chats();
    const hears = observer();
    source.watch(() => source.chats(), hears);
    resolve(memorySource());
    expect((await early).map(({ id }) => id)).toEqual([chatIdOf('a')]);
    await vi.waitFor(() => expect(hears.next).toHaveBeenCalledOnce());
    expect(await source.messages(chatIdOf('a'))).toEqual([]);
  });

  test('is watched through at once when it is there, so that no wait stands before a query', async () => {
    const loaded = memorySource();
    const source = createLateSource(Promise.resolve(loaded));
    await source.chats();
    const query = vi.fn(async () => null);
    const leave = source.watch(query, observer());
    expect(query).toHaveBeenCalledOnce();
    leave();
    expect(loaded.left()).toBe(1);
  });

  test('tells nothing to those who left before it came, and leaves for those who leave after', async () => {
    const { promise, resolve } = Promise.withResolvers<QuerySource>();
    const source = createLateSource(promise);
    const loaded = memorySource();
    const [gone, stays] = [observer(), observer()];
    source.watch(async () => 1, gone)();
    const leave = source.watch(async () => 2, stays);
    resolve(loaded);
    await vi.waitFor(() => expect(stays.next).toHaveBeenCalledWith(2));
    expect(gone.next).not.toHaveBeenCalled();
    leave();
    expect(loaded.left()).toBe(1);
  });

  test('that never comes fails every query by an error that is no mistake of ours', async () => {
    const source = createLateSource(Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
    const hears = observer();
    source.watch(() => source.chats(), hears);
    await expect(source.chats()).rejects.toThrow('could not be loaded');
    expect(hears.error).toHaveBeenCalledOnce();
    expect(hears.error.mock.lastCall?.[0]).not.toBeInstanceOf(TypeError);
  });
});
