import { expect, test, vi } from 'vitest';
import type { SearchMessages } from '../../../../lib/domain/search/message-hit';
import { MessageSearch } from '../../../../lib/panel/history/message-search.svelte';

const pending = () =>
  vi.fn<SearchMessages>(
    (_query, _limit, _tell, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  );

test('what was typed before is looked for no more, and says nothing', () => {
  const searching = pending();
  const search = new MessageSearch(searching);
  search.look('la', {});
  search.look('lamp', {});
  expect(searching.mock.calls.map(([query]) => query.terms)).toEqual([['la'], ['lamp']]);
  const [first, second] = searching.mock.calls;
  expect([first?.[3].aborted, second?.[3].aborted]).toEqual([true, false]);
  first?.[2]({ hits: [], hasMore: true, isComplete: true });
  expect(search.found.hasMore).toBe(false);
  second?.[2]({ hits: [], hasMore: true, isComplete: true });
  expect(search.found).toMatchObject({ hasMore: true, isComplete: true });
  search.again();
  expect(search.found).toMatchObject({ hasMore: true, isComplete: false });
  search.more();
  expect(searching.mock.lastCall?.[1]).toBeGreaterThan(20);
  search.look('  ', {});
  expect(search.isOn).toBe(false);
  expect(search.found.hasMore).toBe(false);
  expect(searching).toHaveBeenCalledTimes(4);
});

test('says when the texts cannot be read, and is well again with the next search', async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const searching = vi.fn<SearchMessages>().mockRejectedValueOnce(new Error('Broken')).mockResolvedValue();
  const search = new MessageSearch(searching);
  search.look('lamp', {});
  await expect.poll(() => search.failed).toBe(true);
  search.look('lamps', {});
  expect(search.failed).toBe(false);
});

test('looks again after a change, once for many, and shows only the outcome', async () => {
  const searching = pending();
  const search = new MessageSearch(searching, 10);
  search.refresh();
  search.look('lamp', {});
  const tell = (call: number) => searching.mock.calls[call]?.[2];
  tell(0)?.({ hits: [], hasMore: true, isComplete: true });
  // While one search runs, the next waits.
  search.refresh();
  search.refresh();
  expect(searching).toHaveBeenCalledTimes(1);
  search.look('lamps', {});
  searching.mockResolvedValueOnce();
  search.again();
  tell(2)?.({ hits: [], hasMore: false, isComplete: true });
  await expect.poll(() => searching.mock.settledResults[2]?.type).toBe('fulfilled');
  search.refresh();
  search.refresh();
  await expect.poll(() => searching.mock.calls.length).toBe(4);
  tell(3)?.({ hits: [], hasMore: true, isComplete: false });
  expect(search.found).toMatchObject({ hasMore: false, isComplete: true });
  tell(3)?.({ hits: [], hasMore: true, isComplete: true });
  expect(search.found.hasMore).toBe(true);
});
