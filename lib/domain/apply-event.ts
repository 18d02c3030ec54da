import type { MessageStatus } from './chat';
import type { ContentPart } from './content';
import type { ChatError } from './errors';
import type { RetryNotice, RunEvent, RunPhase, Usage } from './stream-event';

/** An answer in the making: what both the background and every panel hold while a run lives. */
export interface Answer {
  readonly parts: readonly ContentPart[];
  readonly status: MessageStatus;
  readonly error: ChatError | null;
  readonly note: string | null;
  readonly usage: Usage | null;
  /** What is being done before the first token; null from then on. */
  readonly phase: RunPhase | null;
  /** The retry that is waited for; null while none is. */
  readonly retry: RetryNotice | null;
}

export const EMPTY_ANSWER: Answer = {
  parts: [],
  status: 'streaming',
  error: null,
  note: null,
  usage: null,
  phase: null,
  retry: null,
};

/**
 * The one reducer of a stream, for the background and the panels alike. Returns a new answer; events that come
 * after the end change nothing, so no stream can end twice.
 */
export function applyEvent(answer: Answer, event: RunEvent): Answer {
  if (answer.status !== 'streaming') return answer;
  switch (event.type) {
    case 'text-delta':
      return { ...answer, phase: null, parts: appendText(answer.parts, 'text', event.text) };
    case 'reasoning-delta':
      return { ...answer, phase: null, parts: appendText(answer.parts, 'reasoning', event.text) };
    case 'usage':
      return { ...answer, usage: { ...answer.usage, ...event.usage } };
    case 'end':
      return { ...answer, phase: null, status: event.reason, note: event.note ?? null };
    case 'error':
      return { ...answer, status: failedStatus(answer, event.error), error: event.error, phase: null };
    case 'phase':
      return { ...answer, phase: event.phase, retry: null };
    case 'retry':
      return { ...answer, phase: null, retry: { error: event.error, attempt: event.attempt, at: event.at } };
    case 'stop':
      return { ...answer, status: 'stopped', phase: null, retry: null };
  }
}

/** A stream that broke after some text was shown is interrupted (Continue helps); before that it failed. */
function failedStatus(answer: Answer, error: ChatError): MessageStatus {
  const resumable = error.kind === 'stream-broken' || error.kind === 'timeout';
  return resumable && answer.parts.length > 0 ? 'interrupted' : 'failed';
}

function appendText(
  parts: readonly ContentPart[],
  type: ContentPart['type'],
  text: string,
): readonly ContentPart[] {
  if (text === '') return parts;
  const last = parts.at(-1);
  if (last?.type !== type) return [...parts, { type, text }];
  return [...parts.slice(0, -1), { type, text: last.text + text }];
}
