import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import type { BrowserFamily } from '../../../scripts/browsers/find-browser.ts';
import { meterMainThread } from '../../../scripts/bench/main-thread.ts';
import { traceTasks } from './trace-tasks.ts';

/** What a panel had to bear. */
export interface Burden {
  /**
   * The longest task of its main thread in milliseconds: 0 where none took over 50; in Firefox the longest silence of a
   * clock. A busy machine makes it longer.
   */
  readonly longest: number;
  /** The most processor time that one task took, in milliseconds; NaN in Firefox. */
  readonly busiest: number;
  /** The most that its JavaScript heap held, garbage included, in bytes; NaN in Firefox. */
  readonly heap: number;
}

/** Watches a panel. */
export interface BurdenWatch {
  /** Looks at the heap; call it often. */
  readonly look: () => Promise<void>;
  readonly end: () => Promise<Burden>;
}

/** Begins to watch a panel. */
export async function watchBurden(panel: BrowserPage, family: BrowserFamily): Promise<BurdenWatch> {
  // Firefox tells nothing of its heap.
  const meter = family === 'chromium' ? await meterMainThread(panel) : null;
  let heap = NaN;
  const look = async (): Promise<void> => {
    if (meter !== null) heap = Math.max((await meter.read()).heap, Number.isNaN(heap) ? 0 : heap);
  };
  await panel.evaluate(family === 'chromium' ? watchTasks : watchSilence);
  const endTrace = family === 'chromium' ? await traceTasks(panel) : async () => NaN;
  return {
    look,
    async end() {
      await look();
      await meter?.close();
      return { longest: await panel.evaluate(endWatch), busiest: await endTrace(), heap };
    },
  };
}

// What follows runs in the panel: self-contained. Not `globalThis`: what drives Firefox runs scripts beside the window.

interface Watched {
  longest: number;
  stop: () => void;
}

function watchTasks(): void {
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) watched.longest = Math.max(watched.longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  const watched: Watched = {
    longest: 0,
    stop: () => {
      note(observer.takeRecords());
      observer.disconnect();
    },
  };
  observer.observe({ type: 'longtask' });
  Object.assign(window, { burden: watched });
}

function watchSilence(): void {
  const TICK = 20;
  let last = performance.now();
  const clock = setInterval(() => {
    const now = performance.now();
    watched.longest = Math.max(watched.longest, now - last - TICK);
    last = now;
  }, TICK);
  const watched: Watched = { longest: 0, stop: () => clearInterval(clock) };
  Object.assign(window, { burden: watched });
}

function endWatch(): number {
  const { burden } = window as unknown as { burden: Watched };
  burden.stop();
  return burden.longest;
}
