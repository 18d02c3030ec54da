/** Milliseconds of work after which others have their turn. */
const TURN = 8;

/** Makes what long work awaits at its steps: it resolves at once, but when a turn is over in a task of its own. */
export function createGiveWay(now: () => number = () => performance.now()): () => Promise<void> {
  let began = now();
  return async () => {
    if (now() - began < TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = now();
  };
}
