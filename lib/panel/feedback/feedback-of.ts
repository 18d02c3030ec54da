import type { Feedback } from '../../domain/chat';
import type { MessageId } from '../../domain/ids';
import { LiveQuery } from '../live-query.svelte';
import type { QuerySource } from '../query-source';

/** The thumb on an answer, watched; none: null. */
export function feedbackOf(
  source: Pick<QuerySource, 'watch' | 'feedback'>,
  messageId: MessageId,
): LiveQuery<Feedback | null> {
  const given = async () => (await source.feedback([messageId]))[0] ?? null;
  return new LiveQuery<Feedback | null>(source.watch, given, null);
}
