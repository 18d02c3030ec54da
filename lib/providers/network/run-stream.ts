import { type ChatError, ChatFailure } from '../../domain/errors';
import type { StreamEvent } from '../../domain/stream-event';
import { type Clock, systemClock } from './clock';
import type { Guard } from './guarded-fetch';
import { isRecord } from './server-sentence';
import type { WireDecoder } from './wire-decoder';
import { eventError } from './wire-error';

/** How long usage, and the connection's own end, are waited for after the terminator, in ms. */
const GRACE_MS = 2_000;

export interface StreamRun<Wire> {
  readonly guard: Guard;
  readonly decoder: WireDecoder<Wire>;
  /** Sends the request; resolves when the SDK has the response's headers. */
  readonly open: (signal: AbortSignal) => Promise<AsyncIterable<Wire>>;
  readonly clock?: Clock | undefined;
}

/**
 * Runs one request to its one end, keeping the contract of `Provider`: whatever the SDK throws, drops or hides, there
 * is one terminal event, and an end without a terminator is never taken for an answer.
 */
export async function* runStream<Wire>(run: StreamRun<Wire>, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  const { decoder } = run;
  const clock = run.clock ?? systemClock;
  const connection = new AbortController();
  const disconnect = (): void => connection.abort();
  signal.addEventListener('abort', disconnect, { once: true });
  let hasText = false;
  let thrown: unknown;
  let rest: AsyncIterator<Wire> | null = null;
  try {
    if (signal.aborted) return;
    const iterator = (await run.open(connection.signal))[Symbol.asyncIterator]();
    for (;;) {
      const ended = decoder.ending() !== null;
      if (ended && !decoder.usageFollows) {
        rest = iterator;
        break;
      }
      const next = await (ended ? within(GRACE_MS, iterator.next(), clock) : iterator.next());
      if (signal.aborted) return;
      if (next === null || next.done) break;
      for (const event of decoder.decode(next.value)) {
        hasText ||= event.type === 'text-delta' && /\S/.test(event.text);
        yield event;
        if (signal.aborted) return;
      }
    }
  } catch (error) {
    thrown = error;
  } finally {
    signal.removeEventListener('abort', disconnect);
    // The answer is whole: its connection is kept for the next question where the server ends it soon.
    if (rest === null || signal.aborted) disconnect();
    else void within(GRACE_MS, readOut(rest), clock).then(disconnect);
  }
  if (signal.aborted) return;
  for (const event of decoder.flush()) {
    hasText ||= event.type === 'text-delta' && /\S/.test(event.text);
    yield event;
    if (signal.aborted) return;
  }
  yield terminalEvent(run, hasText, thrown);
}

function terminalEvent<Wire>({ guard, decoder }: StreamRun<Wire>, hasText: boolean, thrown: unknown): StreamEvent {
  const ending = decoder.ending();
  if (!ending) return { type: 'error', error: guard.failure() ?? thrownError(thrown, guard) };
  const isEmpty = ending.type === 'end' && ending.reason === 'complete' && ending.note === undefined && !hasText;
  if (isEmpty) return { type: 'error', error: { kind: 'empty-answer', host: guard.origin.host } };
  return ending;
}

/**
 * What stopped a stream that had no terminator and no failure of the connection: an error event, which the SDKs throw
 * as an object with the server's words in `error`, or lines that could not be read.
 */
function thrownError(thrown: unknown, guard: Guard): ChatError {
  if (thrown instanceof ChatFailure) return thrown.chatError;
  if (isRecord(thrown) && isRecord(thrown['error'])) return eventError(thrown['error'], guard.origin);
  if (isRecord(thrown) && typeof thrown['error'] === 'string') return eventError(thrown['error'], guard.origin);
  return { kind: 'stream-broken', host: guard.origin.host };
}

async function readOut(rest: AsyncIterator<unknown>): Promise<void> {
  while ((await rest.next()).done !== true);
}

/** The promise's value, or null if it takes longer than `ms` or fails: the answer is complete already. */
async function within<T>(ms: number, promise: Promise<T>, clock: Clock): Promise<T | null> {
  return await new Promise((resolve) => {
    const cancelTimer = clock.after(ms, () => resolve(null));
    promise.then(
      (value) => {
        cancelTimer();
        resolve(value);
      },
      () => {
        cancelTimer();
        resolve(null);
      },
    );
  });
}
