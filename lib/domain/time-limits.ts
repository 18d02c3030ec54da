/** How long silence of a server is borne, in milliseconds. */
export interface TimeLimits {
  /** After this much the panel says that nothing comes. */
  readonly noticeMs: number;
  /** After this much an answer is given up: `timeout`. */
  readonly stallMs: number;
  /** The same for a server on this machine or network, which may have to load its model first. */
  readonly localStallMs: number;
}

/** Design section 3. */
export const DEFAULT_TIME_LIMITS: TimeLimits = { noticeMs: 15_000, stallMs: 120_000, localStallMs: 300_000 };
