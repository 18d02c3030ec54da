import type { Channel } from '../../lib/messaging/channel';

/** One end of a pair in memory, with what a test wants to know of it. */
export interface TestChannel extends Channel {
  readonly isOpen: () => boolean;
}

/**
 * Makes two channels that are each other's other side, as a browser's port: messages are copied and arrive later, in
 * order; closing one tells the other side and not one's own.
 */
export function createChannelPair(): readonly [TestChannel, TestChannel] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const closers: [(() => void)[], (() => void)[]] = [[], []];
  let open = true;

  function end(mine: 0 | 1, other: 0 | 1): TestChannel {
    return {
      isOpen: () => open,
      post(message) {
        if (!open) return;
        const copy: unknown = structuredClone(message);
        queueMicrotask(() => {
          if (open) for (const listener of listeners[other]) listener(copy);
        });
      },
      onMessage: (listener) => void listeners[mine].push(listener),
      onClose: (listener) => void closers[mine].push(listener),
      close() {
        if (!open) return;
        open = false;
        queueMicrotask(() => closers[other].forEach((closer) => closer()));
      },
    };
  }

  return [end(0, 1), end(1, 0)];
}
