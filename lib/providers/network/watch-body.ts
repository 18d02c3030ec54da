import { ChatFailure } from '../../domain/errors';
import type { Clock } from './clock';

/** How a body is watched; every failure is reported once, as the body's own error. */
export interface BodyWatch {
  readonly clock: Clock;
  /** Longest wait for the next bytes, in ms. */
  readonly stallMs: number;
  /** Bytes after which the body is given up. */
  readonly maxBytes: number;
  /** Sees each chunk before it goes on; may throw a ChatFailure to refuse it. */
  readonly onChunk: (chunk: Uint8Array) => void;
  readonly onStall: () => ChatFailure;
  readonly onTooLong: () => ChatFailure;
  /** What a broken connection is reported as. */
  readonly onBreak: (cause: unknown) => Error;
}

/** Wraps a response's body so that a silence, an excess or a break of the connection ends it with a plain failure. */
export function watchBody(body: ReadableStream<Uint8Array>, watch: BodyWatch): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let received = 0;
  const release = (reason: unknown): void => void reader.cancel(reason).catch(() => undefined);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // The timer runs only while somebody waits for bytes: a slow reader is no stall.
      const cancelTimer = watch.clock.after(watch.stallMs, () => {
        const failure = watch.onStall();
        controller.error(failure);
        release(failure);
      });
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        received += value.byteLength;
        if (received > watch.maxBytes) throw watch.onTooLong();
        watch.onChunk(value);
        controller.enqueue(value);
      } catch (thrown) {
        const failure = thrown instanceof ChatFailure ? thrown : watch.onBreak(thrown);
        controller.error(failure);
        release(failure);
      } finally {
        cancelTimer();
      }
    },
    cancel(reason) {
      release(reason);
    },
  });
}
