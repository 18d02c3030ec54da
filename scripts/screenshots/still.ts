import type { BrowserPage } from '../browsers/aside-browser.ts';

/** Waits for fonts, images and transitions to be done. */
export async function still(page: BrowserPage): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      document
        .getAnimations()
        .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity)
        .map((one) => one.finished.catch(() => undefined)),
    );
  });
}
