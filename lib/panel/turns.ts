import type { Message } from '../domain/chat';
import type { MessageId } from '../domain/ids';

/** A question and what follows it up to the next: a row of the thread. */
export interface ShownTurn {
  /** The first message's. */
  readonly id: MessageId;
  readonly messages: readonly Message[];
  /** Index of the first message in the branch. */
  readonly start: number;
}

/** Deals the messages of a branch out into turns. */
export function toTurns(branch: readonly Message[]): readonly ShownTurn[] {
  const starts = branch.flatMap(({ role }, index) => (role === 'user' || index === 0 ? [index] : []));
  return starts.flatMap((start, number) => {
    const messages = branch.slice(start, starts[number + 1]);
    const [first] = messages;
    return first === undefined ? [] : [{ id: first.id, messages, start }];
  });
}
