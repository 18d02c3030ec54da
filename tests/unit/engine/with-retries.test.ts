import { describe, expect, test } from 'vitest';
import type { ChatError } from '../../../lib/domain/errors';
import type { RunEvent, StreamEvent } from '../../../lib/domain/stream-event';
import { withRetries } from '../../../lib/engine/with-retries';

const OVERLOADED: StreamEvent = { type: 'error', error: { kind: 'overloaded', status: 529 } };
const END: StreamEvent = { type: 'end', reason: 'complete' };

/** Runs scripted tries, one list of events each, and notes the waits. */
async function run(...tries: readonly (readonly StreamEvent[])[]) {
  const waits: number[] = [];
  let asked = 0;
  const events: RunEvent[] = await Array.fromAsync(
    withRetries(
      async function* () {
        yield* tries[asked++] ?? [];
      },
      { wait: async (ms) => void waits.push(ms), now: () => 1_000 },
    ),
  );
  return { events, waits, asked };
}

const failing = (error: ChatError): readonly StreamEvent[] => [{ type: 'error', error }];

describe('a request that is turned away', () => {
  test('goes out again at most twice, and says so each time', async () => {
    const { events, waits, asked } = await run([OVERLOADED], [OVERLOADED], [OVERLOADED], [END]);
    expect(asked).toBe(3);
    expect(waits).toEqual([1_000, 3_000]);
    expect(events.map(({ type }) => type)).toEqual(['retry', 'phase', 'retry', 'phase', 'error']);
    expect(events[0]).toMatchObject({ attempt: 1, at: 2_000, error: { kind: 'overloaded' } });
  });

  test('is over when a try succeeds', async () => {
    const { events, asked } = await run([OVERLOADED], [{ type: 'text-delta', text: 'Yes' }, END], [END]);
    expect(asked).toBe(2);
    expect(events.at(-1)).toEqual(END);
  });

  test('never goes out again after a token', async () => {
    for (const type of ['text-delta', 'reasoning-delta'] as const) {
      const { events, asked } = await run([{ type, text: 'So' }, OVERLOADED], [END]);
      expect(asked).toBe(1);
      expect(events.at(-1)).toEqual(OVERLOADED);
    }
  });

  test('waits as long as the server says, up to 30 s; longer is for the user to decide', async () => {
    expect((await run(failing({ kind: 'rate-limited', retryAfter: 7 }), [END])).waits).toEqual([7_000]);
    expect((await run(failing({ kind: 'rate-limited', retryAfter: 30 }), [END])).waits).toEqual([30_000]);
    expect((await run(failing({ kind: 'rate-limited', retryAfter: 31 }), [END])).asked).toBe(1);
  });

  test('is not tried again where only the user can mend it', async () => {
    for (const kind of ['unauthorized', 'payment-required', 'not-found', 'unreachable', 'bad-request'] as const) {
      expect((await run(failing({ kind }), [END])).asked).toBe(1);
    }
  });
});
