import type { Message } from './chat';
import type { MessageId } from './ids';
import type { PageRef } from './page';

/** The branch that ends at `leafId`, root first. Rows that are missing end the walk; a cycle can't loop it. */
export function branchTo(messages: readonly Message[], leafId: MessageId | null): readonly Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const branch: Message[] = [];
  for (let id = leafId; id !== null;) {
    const message = byId.get(id);
    if (message === undefined) break;
    byId.delete(id);
    branch.push(message);
    id = message.parentId;
  }
  return branch.reverse();
}

/** Gives the versions of any of these messages: those with the same parent and role, oldest first. */
export function groupVersions(messages: readonly Message[]): (message: Message) => readonly Message[] {
  const placeOf = ({ parentId, role }: Message) => `${role} ${parentId ?? ''}`;
  const groups = Map.groupBy(messages, placeOf);
  return (message) =>
    (groups.get(placeOf(message)) ?? []).toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** The same rows anew, of which those that are equal to a former one are that very one: what shows it stays as it is. */
export function shareMessages(before: readonly Message[], after: readonly Message[]): readonly Message[] {
  const known = new Map(before.map((message) => [message.id, message]));
  return after.map((message) => {
    const former = known.get(message.id);
    return former !== undefined && isSame(former, message) ? former : message;
  });
}

/** Whether two values of JSON are equal. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
}

/** The newest leaf below a message: where its branch is taken up again. A cycle can't loop it. */
export function newestLeaf(messages: readonly Message[], id: MessageId): MessageId {
  const seen = new Set([id]);
  let leaf = id;
  for (;;) {
    const children = messages.filter((message) => message.parentId === leaf && !seen.has(message.id));
    const newest = children.sort((a, b) => b.createdAt - a.createdAt)[0];
    if (newest === undefined) return leaf;
    leaf = newest.id;
    seen.add(leaf);
  }
}

/** The page that a branch was asked about last; null where it was about none. */
export function lastPage(branch: readonly Message[]): PageRef | null {
  return branch.findLast(({ page }) => page !== null)?.page ?? null;
}
