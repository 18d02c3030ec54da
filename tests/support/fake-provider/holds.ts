/** Lets a test let tokens through one by one. */
export interface Holds {
  /** Begins a held answer; each call of what it returns waits for the next token's release, or for `gone`. */
  readonly open: (gone: AbortSignal) => () => Promise<void>;
  /** Releases `count` tokens of every held answer, or of the next one if none is held. */
  readonly release: (count: number) => void;
}

export function createHolds(): Holds {
  const held = new Set<(count: number) => void>();
  let early = 0;

  function open(gone: AbortSignal): () => Promise<void> {
    let permits = 0;
    let wake: (() => void) | null = null;
    const add = (count: number): void => {
      permits += count;
      wake?.();
    };
    const join = (): void => {
      if (held.has(add) || gone.aborted) return;
      held.add(add);
      permits += early;
      early = 0;
    };
    gone.addEventListener('abort', () => {
      held.delete(add);
      wake?.();
    });
    return async () => {
      // Only an answer that asks for a token is held; most scenarios never do.
      join();
      while (permits < 1 && !gone.aborted) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      permits--;
    };
  }

  function release(count: number): void {
    if (held.size === 0) early += count;
    for (const add of held) add(count);
  }

  return { open, release };
}
