import type { Message } from '../chat';
import type { MessageId } from '../ids';
import { newestLeaf } from '../thread';

/** Messages that form a tree, the end of a branch of it, and how many had to be put in order. */
export interface MendedTree {
  readonly messages: readonly Message[];
  readonly leafId: MessageId | null;
  readonly mended: number;
}

/**
 * Makes a tree of messages from a file: one whose parent is not there, or that follows itself, becomes the first of a
 * branch; nothing is lost. The wanted leaf stands if it is there, else the newest one.
 */
export function mendTree(messages: readonly Message[], wanted: MessageId | null): MendedTree {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const sound = new Set<MessageId>();
  const cut = new Set<MessageId>();
  for (const message of messages) {
    const walked = new Set<MessageId>();
    let at: Message | undefined = message;
    while (at !== undefined && !sound.has(at.id) && !cut.has(at.id)) {
      walked.add(at.id);
      const parent: Message | undefined = at.parentId === null ? undefined : byId.get(at.parentId);
      const isLost: boolean = at.parentId !== null && (parent === undefined || walked.has(parent.id));
      if (isLost) cut.add(at.id);
      at = isLost ? undefined : parent;
    }
    for (const id of walked) sound.add(id);
  }
  const tree = messages.map((message) => (cut.has(message.id) ? { ...message, parentId: null } : message));
  return { messages: tree, leafId: leafOf(tree, wanted), mended: cut.size };
}

function leafOf(tree: readonly Message[], wanted: MessageId | null): MessageId | null {
  if (wanted !== null && tree.some(({ id }) => id === wanted)) return wanted;
  const parents = new Set(tree.map(({ parentId }) => parentId));
  const leaves = tree.filter(({ id }) => !parents.has(id));
  const newest = leaves.reduce<Message | undefined>(
    (best, leaf) => (best === undefined || leaf.createdAt >= best.createdAt ? leaf : best),
    undefined,
  );
  const [first] = tree;
  return newest?.id ?? (first === undefined ? null : newestLeaf(tree, first.id));
}
