import type { ContentPart } from '../domain/content';

/** Writes a growing answer, never more often than the interval and never two at once. */
export interface RunWriter {
  /** Says that `parts` is the text now; it is written within the interval. */
  note(parts: readonly ContentPart[]): void;
  /** Stops writing and waits for a write under way; the final text is the caller's to write. */
  close(): Promise<void>;
}

/** At most this much of an answer is lost with the browser (design section 3). */
const CHECKPOINT_MS = 250;

/**
 * Makes a writer over `write`. A write that fails is tried again with the next text, and `onFailure` hears of it;
 * the end of the run reports for good.
 */
export function createRunWriter(
  write: (parts: readonly ContentPart[]) => Promise<void>,
  onFailure: (reason: unknown) => void,
): RunWriter {
  let latest: readonly ContentPart[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;
  let closed = false;

  function schedule(): void {
    if (closed || latest === undefined || timer !== undefined || writing !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      const parts = latest;
      if (parts === undefined) return;
      latest = undefined;
      writing = write(parts)
        .catch(onFailure)
        .finally(() => {
          writing = undefined;
          schedule();
        });
    }, CHECKPOINT_MS);
  }

  return {
    note(parts) {
      latest = parts;
      schedule();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await writing;
    },
  };
}
