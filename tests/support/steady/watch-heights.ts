import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** What the frames of a growing answer showed. */
export interface HeightRecord {
  readonly frames: number;
  /** In how many of them its end was in view. */
  readonly atEnd: number;
  /** How many blocks the answer has come to have. */
  readonly blocks: number;
  /** What has become less high: which block of which kind, by how many CSS pixels. */
  readonly shrunk: readonly string[];
}

/** Looks at the blocks of the last answer in each frame until it is finished and all of it is drawn. */
export function watchHeights(panel: BrowserPage): Promise<HeightRecord> {
  return panel.evaluate(async () => {
    const shrunk: string[] = [];
    let before: readonly number[] = [];
    let frames = 0;
    let atEnd = 0;
    for (let after = 0; after < 40; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const answer = [...document.querySelectorAll('.markdown')].at(-1);
      if (answer === undefined) continue;
      const blocks = [...answer.querySelectorAll('.markdown-section > *')];
      const heights = blocks.map((block, index) =>
        // What is not drawn for being far away is as high as it was.
        block.checkVisibility({ contentVisibilityAuto: true })
          ? block.getBoundingClientRect().height
          : (before[index] ?? 0),
      );
      for (const [index, height] of heights.entries()) {
        const less = (before[index] ?? 0) - height;
        // Parts of pixels come and go with rounding.
        if (less > 0.6) shrunk.push(`${index} ${blocks[index]?.className}: ${less.toFixed(1)}`);
      }
      before = heights;
      const log = document.querySelector('[role=log]');
      if (log !== null && log.scrollHeight - log.clientHeight - log.scrollTop < 40) atEnd += 1;
      if (document.querySelector('article[aria-busy=true]') === null) after += 1;
    }
    return { frames, atEnd, blocks: before.length, shrunk };
  });
}
