import type { ContentPart } from '../domain/content';
import { goesOnFrom } from '../domain/content';
import type { MessageId } from '../domain/ids';
import type { ChatStore } from './chat-store';

/** What a panel had on its screen of an answer when its background died. */
export interface ShownText {
  readonly messageId: MessageId;
  readonly parts: readonly ContentPart[];
}

/**
 * Takes over from a panel what was shown of an answer and had not come into a checkpoint before its background died.
 * Only an answer that was interrupted so is changed, and only where the shown text goes on from the stored one: several
 * panels may offer theirs, in any order and more than once. `now` is in milliseconds since the epoch.
 */
export async function keepShownText(
  store: Pick<ChatStore, 'message' | 'thread' | 'rewriteAnswer'>,
  { messageId, parts }: ShownText,
  now: number,
): Promise<void> {
  const message = await store.message(messageId);
  if (message?.status !== 'interrupted' || message.error?.kind !== 'background-stopped') return;
  const stored = (await store.thread(messageId)).at(-1)?.parts ?? [];
  if (goesOnFrom(parts, stored)) await store.rewriteAnswer({ ...message, finishedAt: now }, parts);
}
