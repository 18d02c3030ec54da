/** Keeps the index up to date while the background is awake. */
export interface IndexKeeper {
  /** There may be something to do. */
  wake(): void;
  /** Answers come first: while one is written the index waits longer between its steps. */
  answering(active: boolean): void;
}

interface IndexKeeperDependencies {
  /** Does a little; resolves to whether there is more. */
  readonly step: () => Promise<boolean>;
  /** Called with true when work begins and false when it is done: the background must not sleep between. */
  readonly onActivity: (active: boolean) => void;
  /** Resolves after so many milliseconds. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Milliseconds between steps, for others to have their turn. */
const REST = 5;
const REST_WHILE_ANSWERING = 400;

/** Makes the keeper, asleep. */
export function createIndexKeeper({ step, onActivity, pause = waitFor }: IndexKeeperDependencies): IndexKeeper {
  let isWorking = false;
  let isWanted = false;
  let isAnswering = false;

  async function work(): Promise<void> {
    isWorking = true;
    onActivity(true);
    try {
      while (isWanted) {
        isWanted = false;
        while (await step()) await pause(isAnswering ? REST_WHILE_ANSWERING : REST);
      }
    } catch (reason) {
      // Searches read by themselves what the index lacks.
      console.warn('Aside: the index of texts could not be brought up to date.', reason);
    } finally {
      isWorking = false;
      onActivity(false);
    }
  }

  const wake = () => {
    isWanted = true;
    if (!isWorking) void work();
  };
  return {
    wake,
    answering(active) {
      isAnswering = active;
      if (!active) wake();
    },
  };
}

function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
