import type { AsideBrowser } from '../../browsers/aside-browser.ts';

/** Milliseconds from the click on the toolbar button to the first picture of the panel, which has its composer. */
export async function measureOpening(browser: AsideBrowser): Promise<number> {
  await browser.closePanel();
  const clickedAt = Date.now();
  await browser.clickToolbar();
  const panel = await browser.awaitPanel();
  await panel.getByRole('textbox', { name: 'Message' }).waitFor();
  const paintedAt = await panel.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const first = (): PerformanceEntry | undefined =>
          performance.getEntriesByName('first-contentful-paint')[0];
        const look = (): void => {
          const paint = first();
          if (paint === undefined) requestAnimationFrame(look);
          else resolve(performance.timeOrigin + paint.startTime);
        };
        look();
      }),
  );
  return paintedAt - clickedAt;
}
