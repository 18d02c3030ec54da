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
  let isOver = false;

  /** Nothing is reported after the first end, whoever made it: the reader, a timer or the connection. */
  function finish(controller: ReadableStreamDefaultController<Uint8Array> | null, failure: unknown): void {
    isOver = true;
    controller?.error(failure);
    void reader.cancel(failure).catch(() => undefined);
  }

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // The timer runs only while somebody waits for bytes: a slow reader is no stall.
      const cancelTimer = watch.clock.after(watch.stallMs, () => {
        if (!isOver) finish(controller, watch.onStall());
      });
      try {
        const { done, value } = await reader.read();
        if (isOver) return;
        if (done) {
          isOver = true;
          return controller.close();
        }
        received += value.byteLength;
        if (received > watch.maxBytes) throw watch.onTooLong();
        watch.onChunk(value);
        controller.enqueue(value);
      } catch (thrown) {
        if (!isOver) finish(controller, thrown instanceof ChatFailure ? thrown : watch.onBreak(thrown));
      } finally {
        cancelTimer();
      }
    },
    cancel(reason) {
      finish(null, reason);
    },
  });
}
