import type { Message } from '../../domain/chat';
import type { MessageId } from '../../domain/ids';

/** What is being written in a chat beside the branch on view. */
export interface WrittenElsewhere {
  /** The answers, the one begun first first. */
  readonly answers: readonly Message[];
  /** Those, and all above them: a version among these leads there. */
  readonly onTheWay: ReadonlySet<MessageId>;
}

/** Finds the answers being written that are not on the branch on view. */
export function writtenElsewhere(messages: readonly Message[], branch: readonly Message[]): WrittenElsewhere {
  const live = messages.filter(({ status }) => status === 'streaming');
  const answers = live.filter(({ id }) => !branch.some((message) => message.id === id));
  if (answers.length === 0) return NOWHERE;
  const byId = new Map(messages.map((message) => [message.id, message]));
  const onTheWay = new Set<MessageId>();
  for (const { id } of answers) {
    for (let at: MessageId | null = id; at !== null && !onTheWay.has(at);) {
      onTheWay.add(at);
      at = byId.get(at)?.parentId ?? null;
    }
  }
  return { answers: answers.toSorted((a, b) => a.createdAt - b.createdAt), onTheWay };
}

const NOWHERE: WrittenElsewhere = { answers: [], onTheWay: new Set() };
