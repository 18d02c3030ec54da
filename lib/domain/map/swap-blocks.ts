import type { PageSnapshot } from '../page';

/** What of a page stays out and what goes first, by ids of blocks. */
export interface BlockLists {
  readonly omitted: readonly string[];
  readonly kept: readonly string[];
}

/** What is chosen of a page after some of its blocks were swapped: `goes` says whether they went along until now. */
export function swapBlocks(
  { omitted = [], kept = [] }: Pick<PageSnapshot, 'omitted' | 'kept'>,
  ids: readonly string[],
  goes: boolean,
): BlockLists {
  const without = (list: readonly string[]) => list.filter((id) => !ids.includes(id));
  return goes
    ? { omitted: [...without(omitted), ...ids], kept: without(kept) }
    : { omitted: without(omitted), kept: [...without(kept), ...ids] };
}

/** What is chosen of a page where exactly `omitted` stays out; what was to go first still does. */
export function leaveOut(
  { id: snapshotId, kept = [] }: Pick<PageSnapshot, 'id' | 'kept'>,
  omitted: readonly string[],
): BlockLists & Pick<{ snapshotId: PageSnapshot['id'] }, 'snapshotId'> {
  return { snapshotId, omitted, kept: kept.filter((id) => !omitted.includes(id)) };
}
