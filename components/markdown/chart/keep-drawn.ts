import type { Attachment } from 'svelte/attachments';
import type { Chart } from '../../../lib/markdown/chart/chart';
import { themeColors, watchTheme } from './theme-colors';

/**
 * Draws a chart in an element and again whenever its width or the theme changes. Vega is loaded for the first chart.
 * `onFail` is told in a sentence why there is no chart.
 */
export function keepDrawn(chart: Chart, onFail: (reason: string) => void): Attachment<HTMLElement> {
  return (element) => {
    let stopped = false;
    let erase = () => {};
    let drawing = Promise.resolve();
    let drawnWidth = 0;

    async function draw(width: number): Promise<void> {
      const { drawChart } = await import('./draw-chart');
      if (stopped || width === 0) return;
      const font = getComputedStyle(element).fontFamily;
      const colors = themeColors(element);
      erase();
      erase = await drawChart(element, chart, { width, font, colors });
      if (stopped) erase();
    }

    function redraw(): void {
      drawnWidth = Math.floor(element.clientWidth);
      // One at a time: a drawing that is still under way must be there to be erased.
      drawing = drawing
        .then(() => draw(drawnWidth))
        .catch((error: unknown) => {
          if (!stopped) onFail(error instanceof Error ? error.message : String(error));
        });
    }

    const observer = new ResizeObserver(() => {
      if (Math.floor(element.clientWidth) !== drawnWidth) redraw();
    });
    observer.observe(element);
    const unwatch = watchTheme(redraw);

    return () => {
      stopped = true;
      observer.disconnect();
      unwatch();
      erase();
    };
  };
}
