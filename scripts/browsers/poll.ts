/** How long waiting in a browser may take before it counts as failed, in milliseconds. */
export const DEFAULT_TIMEOUT = 15_000;
const INTERVAL = 25;

/**
 * Asks `attempt` again and again until it gives something other than undefined, null or false, and returns that.
 * Throws with `what` (a noun phrase) and the last error once `timeout` milliseconds have passed.
 */
export async function poll<Result>(
  what: string,
  attempt: () => Promise<Result> | Result,
  timeout: number = DEFAULT_TIMEOUT,
): Promise<Exclude<Result, undefined | null | false>> {
  const deadline = Date.now() + timeout;
  for (let lastError: unknown; ;) {
    try {
      const result = await attempt();
      if (result !== undefined && result !== null && result !== false) {
        return result as Exclude<Result, undefined | null | false>;
      }
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > deadline) {
      const reason = lastError instanceof Error ? `: ${lastError.message}` : '';
      throw new Error(`Waited ${timeout} ms for ${what}${reason}`, { cause: lastError });
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
