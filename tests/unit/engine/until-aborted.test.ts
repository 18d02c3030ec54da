import { expect, test } from 'vitest';
import type { RunEvent } from '../../../lib/domain/stream-event';
import { isEnd, orAborted, untilAborted } from '../../../lib/engine/until-aborted';

const never = new Promise<never>(() => undefined);

test('an abort ends what hangs', async () => {
  const controller = new AbortController();
  const waiting = orAborted(never, controller.signal);
  controller.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
});

test('an abort ends events with a stop, though their source hangs', async () => {
  const controller = new AbortController();
  async function* hangs(): AsyncGenerator<RunEvent> {
    yield { type: 'text-delta', text: 'a' };
    await never;
  }
  const seen: string[] = [];
  for await (const event of untilAborted(hangs(), controller.signal)) {
    seen.push(event.type);
    controller.abort();
  }
  expect(seen).toEqual(['text-delta', 'stop']);
});

test('events that end without an end are broken', async () => {
  async function* empty(): AsyncGenerator<RunEvent> {}
  const [event] = await Array.fromAsync(untilAborted(empty(), new AbortController().signal));
  expect(event).toEqual({ type: 'error', error: { kind: 'stream-broken' } });
  expect(event && isEnd(event)).toBe(true);
});
