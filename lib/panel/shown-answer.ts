import type { Answer } from '../domain/apply-event';
import type { ThreadMessage } from '../domain/chat';
import { goesOnFrom, textOf } from '../domain/content';
import type { ReadableText } from '../domain/growing-text';
import type { MessageId } from '../domain/ids';
import type { LiveAnswers } from './live-answers.svelte';

/**
 * An answer as it stands: live while its run lives, else as stored. Where its background died, what was shown stays on
 * view until the stored row has caught up with it.
 */
export function shownAnswer({ message, parts }: ThreadMessage, live: Pick<LiveAnswers, 'get' | 'lost'>): Answer {
  const current = live.get(message.id);
  if (current !== undefined && (current.status === 'streaming' || message.status === 'streaming')) return current;
  const lost = live.lost(message.id);
  if (lost !== undefined && message.status === 'streaming') return lost;
  const { status, error, note, usage } = message;
  const shown = lost !== undefined && goesOnFrom(lost.parts, parts) ? lost.parts : parts;
  return { parts: shown, status, error, note, usage, phase: null, retry: null };
}

/** The text of an answer as it stands; the same growing object for as long as its run lives. */
export function shownText(
  messageId: MessageId,
  { parts }: Answer,
  live: Pick<LiveAnswers, 'get' | 'textOf'>,
): ReadableText {
  const growing = live.get(messageId)?.parts === parts ? live.textOf(messageId) : undefined;
  return growing ?? textOf(parts);
}
