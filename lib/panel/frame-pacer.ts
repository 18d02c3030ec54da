const MAX_PAUSE = 500;
/** A frame may come a little early by the clock: half a frame is not worth waiting another. */
const HALF_FRAME = 8;

/** What pacing needs of a browser; times in milliseconds. */
export interface FrameClock {
  /** From any fixed point. */
  now(): number;
  requestFrame(callback: () => void): number;
  cancelFrame(handle: number): void;
  setTimer(callback: () => void, wait: number): number;
  clearTimer(handle: number): void;
}

/** The browser's own. */
export const browserClock: FrameClock = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
  setTimer: (callback, wait) => window.setTimeout(callback, wait),
  clearTimer: (handle) => window.clearTimeout(handle),
};

/** Draws what changes often. */
export interface FramePacer {
  /** Asks for a drawing soon; asking again before it comes changes nothing. */
  request(): void;
  /** Draws no more. */
  stop(): void;
}

/** What a pacer calls; times in milliseconds. */
export interface Paced {
  /** Draws, so long after the last time. */
  readonly draw: (elapsed: number) => void;
  /** Hears what the drawing cost: script, style, layout and paint. */
  readonly drawn?: (cost: number) => void;
  /** The time from the beginning of a drawing, which cost so much, to the next; half a second at most. */
  readonly pause: (cost: number) => number;
}

/**
 * Makes a pacer that draws in frames: in the next one where nothing was drawn of late, never more often than the pause
 * allows. A frame that draws nothing is never asked for: an empty one costs as
 * much as many words.
 */
export function createFramePacer(paced: Paced, clock: FrameClock = browserClock): FramePacer {
  let frame: number | null = null;
  let timer: number | null = null;
  let wanted = false;
  let lastAt = -Infinity;
  let nextAt = -Infinity;

  function schedule(): void {
    const wait = nextAt - HALF_FRAME - clock.now();
    if (wait > 0) timer = clock.setTimer(askForFrame, wait);
    else askForFrame();
  }

  function askForFrame(): void {
    timer = null;
    frame = clock.requestFrame(onFrame);
  }

  function onFrame(): void {
    frame = null;
    wanted = false;
    const start = clock.now();
    const elapsed = Math.min(start - lastAt, MAX_PAUSE);
    lastAt = start;
    // A timer comes after the frame has been laid out and painted.
    timer = clock.setTimer(() => onDrawn(start), 0);
    paced.draw(elapsed);
  }

  function onDrawn(start: number): void {
    timer = null;
    const cost = clock.now() - start;
    nextAt = start + Math.min(MAX_PAUSE, paced.pause(cost));
    paced.drawn?.(cost);
    if (wanted) schedule();
  }

  return {
    request() {
      if (wanted) return;
      wanted = true;
      if (frame === null && timer === null) schedule();
    },
    stop() {
      if (frame !== null) clock.cancelFrame(frame);
      if (timer !== null) clock.clearTimer(timer);
      frame = null;
      timer = null;
      wanted = false;
    },
  };
}
