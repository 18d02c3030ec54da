import { unusedBefore } from '../domain/history/auto-delete';
import type { ChatId } from '../domain/ids';

interface AutoDeleteDependencies {
  /** After how many days; null: never. */
  readonly days: () => Promise<number | null>;
  /** The chat that a panel may show just now. */
  readonly onView: () => Promise<ChatId | null>;
  readonly unusedSince: (before: number, most: number) => Promise<readonly ChatId[]>;
  /** Deletes chats as a user does. */
  readonly remove: (chatIds: readonly ChatId[]) => Promise<void>;
  readonly onActivity: (active: boolean) => void;
  readonly now?: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Chats that go in one step. */
const STEP = 20;
/** Milliseconds between two steps, for others to have their turn. */
const REST = 100;

/** Makes what deletes chats that are unused for long, a few at a time; calling it while it is at it does nothing more. */
export function createAutoDelete(dependencies: AutoDeleteDependencies): () => void {
  const { days, onView, unusedSince, remove, onActivity, now = Date.now, pause = waitFor } = dependencies;
  let isWorking = false;

  async function work(): Promise<void> {
    isWorking = true;
    onActivity(true);
    try {
      for (;;) {
        const after = await days();
        if (after === null) return;
        const shown = await onView();
        const found = await unusedSince(unusedBefore(after, now()), STEP + 1);
        const old = found.filter((chatId) => chatId !== shown).slice(0, STEP);
        if (old.length === 0) return;
        await remove(old);
        await pause(REST);
      }
    } catch (reason) {
      console.warn('Aside: unused chats could not be deleted.', reason);
    } finally {
      isWorking = false;
      onActivity(false);
    }
  }

  return () => {
    if (!isWorking) void work();
  };
}

function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
