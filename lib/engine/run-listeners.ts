import type { ChatId } from '../domain/ids';
import type { RunBatch, RunSnapshot } from '../domain/run';

/** Hears of the runs of one chat. */
export interface RunListener {
  started(snapshot: RunSnapshot): void;
  batch(batch: RunBatch): void;
  /** Whether somebody can see what it is told; missing: always. */
  isSeen?(): boolean;
}

/** Who listens to which chat. */
export interface RunListeners {
  /** Returns the way out. */
  add(chatId: ChatId, listener: RunListener): () => void;
  /** Whether somebody sees the chat. */
  isSeen(chatId: ChatId): boolean;
  /** Calls for each listener of the chat. One that throws hurts neither the others nor the run. */
  each(chatId: ChatId, tell: (listener: RunListener) => void): void;
}

/** Makes the list, empty. */
export function createRunListeners(): RunListeners {
  const byChat = new Map<ChatId, Set<RunListener>>();
  return {
    add(chatId, listener) {
      const set = byChat.get(chatId) ?? new Set();
      byChat.set(chatId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && byChat.get(chatId) === set) byChat.delete(chatId);
      };
    },
    isSeen: (chatId) => [...(byChat.get(chatId) ?? [])].some((listener) => listener.isSeen?.() ?? true),
    each(chatId, tell) {
      for (const listener of byChat.get(chatId) ?? []) {
        try {
          tell(listener);
        } catch (reason) {
          console.warn('Aside: a panel could not be told of a run.', reason);
        }
      }
    },
  };
}
