import { ChatFailure } from '../domain/errors';
import type { Channel } from './channel';
import type { BackgroundMessage, PanelRequest, ReplyTo } from './protocol';

type Push = Exclude<BackgroundMessage, { type: 'reply' | 'failure' }>;

/** A panel's line to the background. */
export interface EngineClient {
  /**
   * Asks the background. A request is sent again after a broken port (all requests are safe to repeat) and rejects
   * with a ChatFailure when the background says so, stays away (`background-stopped`) or belongs to a newer Aside than
   * this page (`updated`).
   */
  request<Type extends PanelRequest['type']>(
    request: Extract<PanelRequest, { type: Type }>,
  ): Promise<ReplyTo<Type>>;
  /** Starts a background that sleeps: somebody is about to ask it something. */
  wake(): void;
  /** Calls the listener with what the background says by itself, until the result is called. */
  onPush(listener: (message: Push) => void): () => void;
  /** Called when a new port stands, before waiting requests go over it: the place to watch again. */
  onOpen(listener: () => void): () => void;
  /** Called when the background is gone: it was idle, or it died. */
  onDisconnect(listener: () => void): () => void;
  close(): void;
}

/** Times a request goes out, and channels open in a row that bring nothing, before waiting requests are given up. */
const MAX_ATTEMPTS = 5;

/** Waits before the second, third, … channel in a row that brought nothing, in ms: a background may be starting. */
const PAUSES = [0, 50, 200, 500] as const;

interface Waiting {
  readonly request: PanelRequest;
  attempts: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes a client that opens a channel by `connect` when it has something to ask. An idle background may stop: the
 * client doesn't wake it until the next request.
 */
export function createEngineClient(connect: () => Channel): EngineClient {
  const waiting = new Map<number, Waiting>();
  const pushListeners = new Set<(message: Push) => void>();
  const openListeners = new Set<() => void>();
  const disconnectListeners = new Set<() => void>();
  let nextId = 1;
  let channel: Channel | null = null;
  /** Channels in a row that brought nothing. */
  let mute = 0;

  function open(): Channel {
    const opened = connect();
    channel = opened;
    mute += 1;
    opened.onMessage((message) => receive(message as BackgroundMessage));
    opened.onClose(() => {
      if (channel !== opened) return;
      channel = null;
      for (const listener of disconnectListeners) listener();
      // Counted by channel too: each opening may bring requests of its own, whose attempts begin anew.
      if (mute >= MAX_ATTEMPTS) giveUp(waiting.keys());
      else if (waiting.size > 0) setTimeout(sendAgain, PAUSES[Math.max(0, mute - 1)]);
    });
    for (const listener of openListeners) listener();
    return opened;
  }

  function sendAgain(): void {
    const unanswered = [...waiting];
    for (const [requestId, entry] of unanswered) post(requestId, entry);
  }

  function post(requestId: number, entry: Waiting): void {
    entry.attempts += 1;
    if (entry.attempts > MAX_ATTEMPTS) return giveUp([requestId]);
    try {
      (channel ?? open()).post({ requestId, request: entry.request });
    } catch (reason) {
      // The extension was updated under this page: the browser has cut it off, and nothing answers here any more.
      giveUp([requestId], new ChatFailure({ kind: 'updated' }, { cause: reason }));
    }
  }

  function giveUp(requestIds: Iterable<number>, failure = new ChatFailure({ kind: 'background-stopped' })): void {
    if (channel === null) mute = 0;
    for (const requestId of [...requestIds]) {
      waiting.get(requestId)?.reject(failure);
      waiting.delete(requestId);
    }
  }

  function receive(message: BackgroundMessage): void {
    mute = 0;
    if (message.type !== 'reply' && message.type !== 'failure') {
      for (const listener of pushListeners) listener(message);
      return;
    }
    const entry = waiting.get(message.requestId);
    waiting.delete(message.requestId);
    if (message.type === 'reply') entry?.resolve(message.value);
    else entry?.reject(new ChatFailure(message.error));
  }

  return {
    request<Type extends PanelRequest['type']>(request: Extract<PanelRequest, { type: Type }>) {
      return new Promise<ReplyTo<Type>>((resolve, reject) => {
        const requestId = nextId;
        nextId += 1;
        const entry = {
          request,
          attempts: 0,
          resolve: (value: unknown) => resolve(value as ReplyTo<Type>),
          reject,
        };
        waiting.set(requestId, entry);
        post(requestId, entry);
      });
    },
    wake() {
      try {
        if (channel === null) open();
      } catch {
        // Cut off by an update: the next request says so.
      }
    },
    onPush: (listener) => listen(pushListeners, listener),
    onOpen: (listener) => listen(openListeners, listener),
    onDisconnect: (listener) => listen(disconnectListeners, listener),
    close() {
      const open = channel;
      channel = null;
      open?.close();
    },
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
