import { expect, test } from 'vitest';
import { ChatFailure } from '../../../../lib/domain/errors';
import { systemClock } from '../../../../lib/providers/network/clock';
import { watchBody } from '../../../../lib/providers/network/watch-body';

/** A body of ten-byte chunks without end, and whether it was let go. */
function endless(): { body: ReadableStream<Uint8Array>; released: () => boolean } {
  let released = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: () => void (released = true),
  });
  return { body, released: () => released };
}

const limits = {
  clock: systemClock,
  stallMs: 1000,
  maxBytes: 1000,
  onChunk: () => undefined,
  onStall: () => new ChatFailure({ kind: 'timeout' }),
  onTooLong: () => new ChatFailure({ kind: 'stream-broken' }),
  onBreak: () => new ChatFailure({ kind: 'unreachable' }),
};

test('a body that is too long ends in a failure, and the connection is let go', async () => {
  const { body, released } = endless();
  await expect(new Response(watchBody(body, limits)).arrayBuffer()).rejects.toThrow('stream-broken');
  expect(released()).toBe(true);
});

test('a reader that cancels lets the connection go', async () => {
  const { body, released } = endless();
  const reader = watchBody(body, limits).getReader();
  await reader.read();
  await reader.cancel();
  expect(released()).toBe(true);
});

test('silence ends it, but only while somebody waits for bytes', async () => {
  let silence: (() => void) | null = null;
  const clock = {
    now: () => 0,
    after: (_ms: number, call: () => void) => ((silence = call), () => (silence = null)),
  };
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(1)) });
  const reader = watchBody(body, { ...limits, clock }).getReader();
  expect((await reader.read()).value).toHaveLength(1);
  const waiting = reader.read();
  await Promise.resolve();
  (silence as (() => void) | null)?.();
  await expect(waiting).rejects.toThrow('timeout');
});

test('a connection that breaks is told as such', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  await expect(new Response(watchBody(body, limits)).arrayBuffer()).rejects.toThrow('unreachable');
});
