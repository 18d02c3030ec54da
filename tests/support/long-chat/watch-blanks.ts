import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** What the frames of a scroll showed. */
export interface ScrollRecord {
  readonly frames: number;
  /** Frames in which a point down the middle of the thread showed no row. */
  readonly blank: number;
  /** Frames in which one showed a row whose text was not there yet. */
  readonly unread: number;
  /** Longest time between two frames, in milliseconds. */
  readonly longestFrame: number;
}

/** Begins to look at the middle line of the thread in every frame. */
export function startWatching(page: BrowserPage): Promise<void> {
  return page.evaluate(() => {
    const thread = document.querySelector('[role="log"]');
    if (thread === null) throw new Error('No thread is there');
    const record = { frames: 0, blank: 0, unread: 0, longestFrame: 0 };
    let last = performance.now();
    // Kept in the document: in Firefox each script that is run from outside has globals of its own.
    const { dataset } = document.documentElement;
    dataset['watch'] = JSON.stringify(record);
    function look(now: number): void {
      if (dataset['watch'] === undefined || thread === null) return;
      const { left, top, width, height } = thread.getBoundingClientRect();
      const rows = Array.from({ length: 9 }, (_, step) => {
        const y = top + 2 + ((height - 4) * step) / 8;
        const [under] = document.elementsFromPoint(left + width / 2, y).filter((each) => thread.contains(each));
        return under;
      });
      record.frames += 1;
      if (rows.some((under) => under?.closest('section.turn') == null)) record.blank += 1;
      if (rows.some((under) => under?.closest('article:not(.question, .answer)') != null)) record.unread += 1;
      record.longestFrame = Math.max(record.longestFrame, now - last);
      last = now;
      dataset['watch'] = JSON.stringify(record);
      requestAnimationFrame(look);
    }
    requestAnimationFrame(look);
  });
}

/** Ends it and tells what was seen. */
export function stopWatching(page: BrowserPage): Promise<ScrollRecord> {
  return page.evaluate(() => {
    const { dataset } = document.documentElement;
    const record = JSON.parse(dataset['watch'] ?? '') as ScrollRecord;
    delete dataset['watch'];
    return record;
  });
}

/** Scrolls by so many pixels in each frame until the thread's end or start, or so many steps. Gives the steps taken. */
export function scrollBySteps(page: BrowserPage, pixels: number, most: number): Promise<number> {
  return page.evaluate(
    async (by, limit) => {
      const thread = document.querySelector('[role="log"]');
      let steps = 0;
      for (; thread !== null && steps < limit; steps += 1) {
        const end = by < 0 ? 0 : thread.scrollHeight - thread.clientHeight;
        if (Math.abs(thread.scrollTop - end) < 1) break;
        // As a wheel does: the event, then the movement.
        thread.dispatchEvent(new WheelEvent('wheel', { deltaY: by, bubbles: true }));
        thread.scrollBy({ top: by, behavior: 'instant' });
        await new Promise((resolve) => requestAnimationFrame(resolve));
        // Between two frames, as a reader's scroll comes.
        await new Promise((resolve) => setTimeout(resolve));
      }
      return steps;
    },
    pixels,
    most,
  );
}
