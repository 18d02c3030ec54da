import type { MessageStatus } from './chat';
import { type ContentPart, textOf } from './content';
import { type ChatError, isPassing } from './errors';
import type { ThoughtSeal } from './thought-seal';
import { findingsOf, hasRead, putFinding } from './whole-page/finding';
import type { RetryNotice, RunEvent, RunPhase, Usage } from './stream-event';

/** An answer in the making: what both the background and every panel hold while a run lives. */
export interface Answer {
  readonly parts: readonly ContentPart[];
  readonly status: MessageStatus;
  readonly error: ChatError | null;
  readonly note: string | null;
  readonly usage: Usage | null;
  /** What is being done while no token comes; null while they do. */
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
    case 'reasoning-start':
      return {
        ...answer,
        phase: null,
        parts: [...answer.parts, { type: 'reasoning', text: '', startedAt: event.at }],
      };
    case 'reasoning-end':
      return { ...answer, parts: endReasoning(answer.parts, event.at) };
    case 'reasoning-seal':
      return { ...answer, parts: addSeal(answer.parts, event.seal) };
    case 'finding':
      return { ...answer, parts: putFinding(answer.parts, event.finding) };
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

/**
 * Where some text stands, whatever passes by itself only interrupted the answer and Continue helps, be it a broken
 * connection or an overloaded server's own word in mid-stream. It failed where there is nothing to go on from (thinking
 * and white space are nothing), and where something must be mended first.
 */
function failedStatus(answer: Answer, error: ChatError): MessageStatus {
  const hasText = textOf(answer.parts).trim() !== '' || hasRead(findingsOf(answer.parts));
  return hasText && isPassing(error) ? 'interrupted' : 'failed';
}

function appendText(
  parts: readonly ContentPart[],
  type: 'text' | 'reasoning',
  text: string,
): readonly ContentPart[] {
  if (text === '') return parts;
  const last = parts.at(-1);
  if (last?.type !== type) return [...parts, { type, text }];
  return [...parts.slice(0, -1), { ...last, text: last.text + text }];
}

function endReasoning(parts: readonly ContentPart[], at: number): readonly ContentPart[] {
  const last = parts.at(-1);
  if (last?.type !== 'reasoning' || last.endedAt !== undefined) return parts;
  return [...parts.slice(0, -1), { ...last, endedAt: at }];
}

/** A seal belongs to the thought before it; where none was shown it makes one without words. */
function addSeal(parts: readonly ContentPart[], seal: ThoughtSeal): readonly ContentPart[] {
  const last = parts.at(-1);
  if (last?.type !== 'reasoning') return [...parts, { type: 'reasoning', text: '', seals: [seal] }];
  return [...parts.slice(0, -1), { ...last, seals: [...(last.seals ?? []), seal] }];
}
