import { applyEvent, EMPTY_ANSWER, type Answer } from '../domain/apply-event';
import type { Run } from '../domain/chat';
import type { ContentPart } from '../domain/content';
import type { RunBatch, RunSnapshot } from '../domain/run';
import type { RunEvent } from '../domain/stream-event';

/** The live state of one run. */
export interface LiveRun {
  readonly run: Run;
  readonly answer: Answer;
  /** Applies an event and publishes it: at once where nothing was published of late, else within a frame. */
  push(event: RunEvent): void;
  /** Publishes at once what is still held back. */
  flush(): void;
  /** The state as published so far, after a flush. */
  snapshot(): RunSnapshot;
}

/** Panels draw 30 times a second. Batching the events between made a token seven times cheaper for them. */
export const FRAME_MS = 33;

/**
 * Makes a live run that calls `publish` at most once a frame with the events since the last time. `parts` is the text so
 * far of an answer that is continued.
 */
export function createLiveRun(
  run: Run,
  parts: readonly ContentPart[],
  publish: (batch: RunBatch) => void,
): LiveRun {
  const { id: runId, chatId, messageId } = run;
  let answer: Answer = { ...EMPTY_ANSWER, parts };
  let seq = 0;
  let pending: RunEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (pending.length === 0) return;
    timer = setTimeout(flush, FRAME_MS);
    const events = pending;
    pending = [];
    seq += 1;
    publish({ runId, chatId, messageId, seq, events });
  }

  return {
    run,
    get answer() {
      return answer;
    },
    push(event) {
      const next = applyEvent(answer, event);
      if (next === answer) return;
      answer = next;
      hold(pending, event);
      if (timer === undefined) flush();
    },
    flush,
    snapshot() {
      flush();
      return { runId, chatId, messageId, seq, answer };
    },
  };
}

/** Appends an event, joining deltas of one kind. */
function hold(pending: RunEvent[], event: RunEvent): void {
  const last = pending.at(-1);
  const isDelta = event.type === 'text-delta' || event.type === 'reasoning-delta';
  if (isDelta && last?.type === event.type) {
    pending[pending.length - 1] = { type: event.type, text: last.text + event.text };
  } else {
    pending.push(event);
  }
}
