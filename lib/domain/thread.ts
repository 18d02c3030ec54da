import type { Message, ThreadMessage } from './chat';
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

/** The versions of a message: those with the same parent and role, oldest first. */
export function versionsOf(messages: readonly Message[], message: Message): readonly Message[] {
  return messages
    .filter((other) => other.parentId === message.parentId && other.role === message.role)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
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
export function lastPage(branch: readonly ThreadMessage[]): PageRef | null {
  return branch.findLast(({ message }) => message.page !== null)?.message.page ?? null;
}
