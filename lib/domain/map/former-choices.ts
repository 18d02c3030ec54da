import type { ThreadMessage } from '../chat';
import type { SnapshotId } from '../ids';
import { sameText, type PageSnapshot } from '../page';

/**
 * The pages of a thread without those of which a later question brought another choice of blocks: what its user chose
 * last holds, and the same page never goes twice.
 */
export function withoutFormerChoices(
  thread: readonly ThreadMessage[],
  snapshots: ReadonlyMap<SnapshotId, PageSnapshot>,
): ReadonlyMap<SnapshotId, PageSnapshot> {
  const held: PageSnapshot[] = [];
  const former = new Set<SnapshotId>();
  for (const { message } of thread.toReversed()) {
    const page = message.page === null ? undefined : snapshots.get(message.page.snapshotId);
    if (page === undefined || held.includes(page)) continue;
    if (held.some((later) => sameText(later, page))) former.add(page.id);
    else held.push(page);
  }
  return former.size === 0 ? snapshots : new Map([...snapshots].filter(([id]) => !former.has(id)));
}
