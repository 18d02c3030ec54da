import type { Attachment } from 'svelte/attachments';
import type { Chart } from '../../../lib/markdown/chart/chart';
import { planChart, type ChartPlan } from '../../../lib/markdown/chart/plan-chart';
import { roomOf } from './chart-room-of';
import type { Drawing } from './draw-chart';
import { themeColors, watchTheme } from './theme-colors';
import { said } from '../../../lib/words/said';

/** Who wants to know what became of a chart. */
export interface DrawnWatcher {
  /** How it is laid out; told before anything of it is drawn, so that its room can be kept. */
  onPlan(plan: ChartPlan): void;
  onDrawn(plan: ChartPlan, drawing: Drawing): void;
  /** A sentence that says why there is no chart. */
  onFail(reason: string): void;
}

/** So far outside the thread's view charts are drawn already, in CSS pixels. */
const AHEAD = '600px';

let drawings = 0;

/**
 * Draws a chart in an element when it comes near the view, and again whenever its width or the theme changes. Vega is
 * loaded for the first chart. What was drawn stays until the next drawing is done.
 */
export function keepDrawn(chart: Chart, watcher: DrawnWatcher): Attachment<HTMLElement> {
  return (element) => {
    let plan: ChartPlan | null = null;
    let drawing: Drawing | null = null;
    let isNear = false;
    let isStale = false;
    let isDrawing = false;
    let isOver = false;

    function layOut(): void {
      const room = roomOf(element);
      if (room.width === 0 || room.width === plan?.width) return;
      plan = planChart(chart, room, `c${drawings++}`);
      watcher.onPlan(plan);
      isStale = true;
      void draw();
    }

    /** One at a time, and at the end the latest. */
    async function draw(): Promise<void> {
      if (isDrawing) return;
      isDrawing = true;
      try {
        while (isStale && isNear && !isOver && plan !== null) {
          isStale = false;
          await drawOnce(plan);
        }
      } catch (error) {
        if (!isOver) watcher.onFail(reasonOf(error));
      } finally {
        isDrawing = false;
      }
    }

    async function drawOnce(current: ChartPlan): Promise<void> {
      const { drawChart } = await import('./draw-chart');
      const font = getComputedStyle(element).fontFamily;
      const { measure } = roomOf(element);
      const next = await drawChart(current, { font, measure, colors: themeColors(element) });
      if (isOver) {
        next.end();
        return;
      }
      element.replaceChildren(next.element);
      drawing?.end();
      drawing = next;
      watcher.onDrawn(current, next);
    }

    const size = new ResizeObserver(layOut);
    const view = new IntersectionObserver(
      (entries) => {
        isNear = entries.at(-1)?.isIntersecting ?? false;
        void draw();
      },
      { scrollMargin: AHEAD },
    );
    layOut();
    size.observe(element);
    view.observe(element);
    const unwatch = watchTheme(() => {
      isStale = plan !== null;
      void draw();
    });

    return () => {
      isOver = true;
      size.disconnect();
      view.disconnect();
      unwatch();
      drawing?.end();
    };
  };
}

function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  // An update of the browser's extensions may have taken the files of the running one away.
  if (/dynamically imported module|importing a module/i.test(words))
    return said('the part of Aside that draws charts could not be loaded; open the panel anew to try again.');
  return `${words}${/[.!?]$/.test(words) ? '' : '.'}`;
}
