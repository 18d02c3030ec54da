import type { Message } from './chat';
import type { MessageId } from './ids';
import { newestLeaf } from './thread';

/** The messages that were not deleted. One that stood below deleted ones stands below the nearest that was not. */
export function visibleTree(messages: readonly Message[]): readonly Message[] {
  const isGone = ({ deletion }: Message) => deletion !== undefined;
  return messages.some(isGone) ? liftOver(messages, isGone) : messages;
}

/** The messages but those that are gone, each below the nearest that is not; the others are the very same objects. */
export function liftOver(messages: readonly Message[], isGone: (message: Message) => boolean): readonly Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));

  function parentOf({ parentId }: Message): MessageId | null {
    const seen = new Set<MessageId>();
    for (let id = parentId; id !== null && !seen.has(id);) {
      const parent = byId.get(id);
      if (parent === undefined || !isGone(parent)) return id;
      seen.add(id);
      id = parent.parentId;
    }
    return null;
  }

  return messages
    .filter((message) => !isGone(message))
    .map((message) => {
      const parentId = parentOf(message);
      return parentId === message.parentId ? message : { ...message, parentId };
    });
}

/** A message and all that stands below it. A cycle can't loop it. */
export function subtreeOf(messages: readonly Message[], id: MessageId): readonly Message[] {
  const children = Map.groupBy(messages, ({ parentId }) => parentId);
  const found = new Set(messages.filter((message) => message.id === id));
  for (const message of found) for (const child of children.get(message.id) ?? []) found.add(child);
  return [...found];
}

/**
 * Where the branch on view ends when some of the messages `before` are deleted: where it ended, if that is still there;
 * else in what stands nearest in time beside what went, or in what stood above it; in the newest where it is not known.
 */
export function leafAfter(
  before: readonly Message[],
  after: readonly Message[],
  leafId: MessageId | null,
): MessageId | null {
  const left = new Set(after.map(({ id }) => id));
  const known = new Map(before.map((message) => [message.id, message]));
  const seen = new Set<MessageId>();
  let gone: Message | undefined;
  let id = leafId;
  while (id !== null && !left.has(id) && !seen.has(id)) {
    seen.add(id);
    gone = known.get(id);
    id = gone?.parentId ?? null;
  }
  if (id !== null && gone === undefined) return id;
  if (gone === undefined) return leafId === null ? null : newestOf(after);
  const { createdAt } = gone;
  const distance = (message: Message) => Math.abs(message.createdAt - createdAt);
  const beside = after.filter(({ parentId }) => parentId === id);
  const [nearest] = beside.toSorted((a, b) => distance(a) - distance(b));
  return nearest === undefined ? id : newestLeaf(after, nearest.id);
}

/** For a branch of which nothing is known any more. */
function newestOf(messages: readonly Message[]): MessageId | null {
  const [newest] = messages.toSorted((a, b) => b.createdAt - a.createdAt);
  return newest === undefined ? null : newestLeaf(messages, newest.id);
}
