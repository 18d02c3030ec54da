import type { FrameClock } from '../../lib/panel/frame-pacer';

/** A clock, its timers and its frames, which a test moves by hand. */
export interface Frames {
  readonly clock: FrameClock;
  /** Whether a frame is asked for, or will be. */
  isAsked(): boolean;
  /**
   * Lets time pass to a moment, in milliseconds, with a frame every sixtieth of a second. `cost` says what a drawing
   * has cost, once it is done.
   */
  runTo(moment: number, cost?: () => number): void;
  readonly now: number;
}

const FRAME = 1000 / 60;

/** Makes one that stands at 0. */
export function createFrames(): Frames {
  let time = 0;
  let nextHandle = 1;
  const frames = new Map<number, () => void>();
  const timers = new Map<number, { at: number; callback: () => void }>();

  function runTimers(): void {
    const due = [...timers].filter(([, { at }]) => at <= time).toSorted(([, a], [, b]) => a.at - b.at);
    for (const [handle, { callback }] of due) if (timers.delete(handle)) callback();
  }

  return {
    clock: {
      now: () => time,
      requestFrame(callback) {
        frames.set(nextHandle, callback);
        return nextHandle++;
      },
      cancelFrame: (handle) => void frames.delete(handle),
      setTimer(callback, wait) {
        timers.set(nextHandle, { at: time + wait, callback });
        return nextHandle++;
      },
      clearTimer: (handle) => void timers.delete(handle),
    },
    isAsked: () => frames.size + timers.size > 0,
    runTo(moment, cost = () => 0) {
      while (time < moment) {
        const next = (Math.floor(time / FRAME + 1e-6) + 1) * FRAME;
        for (time += 1; time < Math.min(next, moment); time += 1) runTimers();
        time = Math.min(next, moment);
        runTimers();
        if (time < next) return;
        const asked = [...frames.values()];
        frames.clear();
        for (const callback of asked) callback();
        if (asked.length > 0) time += cost();
        runTimers();
      }
    },
    get now() {
      return time;
    },
  };
}
