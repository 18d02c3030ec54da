import type { BrowserPage } from '../browsers/aside-browser.ts';
import { devtoolsOf } from '../browsers/chromium-page.ts';

/** What a page's main thread has spent since it began, in milliseconds of its own processor time, and what it holds. */
export interface MainThread {
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** All tasks: the three above, and parsing, painting, messages and collecting garbage besides. */
  readonly tasks: number;
  /** Bytes of the JavaScript heap in use. */
  readonly heap: number;
  readonly nodes: number;
  /** How often it laid out: about once for each drawing. */
  readonly layouts: number;
}

/** Reads a page's counters by the DevTools protocol; processor time, so that a busy machine changes little. */
export interface MainThreadMeter {
  read(): Promise<MainThread>;
  close(): Promise<void>;
}

/** Begins to count. */
export async function meterMainThread(page: BrowserPage): Promise<MainThreadMeter> {
  const devtools = await devtoolsOf(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async read() {
      const { metrics } = await devtools.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return {
        script: of('ScriptDuration') * 1_000,
        style: of('RecalcStyleDuration') * 1_000,
        layout: of('LayoutDuration') * 1_000,
        tasks: of('TaskDuration') * 1_000,
        heap: of('JSHeapUsedSize'),
        nodes: of('Nodes'),
        layouts: of('LayoutCount'),
      };
    },
    close: () => devtools.detach(),
  };
}

/** What was spent between two readings; heap and nodes as they are at the end. */
export function spent(before: MainThread, after: MainThread): MainThread {
  return {
    ...after,
    script: after.script - before.script,
    style: after.style - before.style,
    layout: after.layout - before.layout,
    tasks: after.tasks - before.tasks,
    layouts: after.layouts - before.layouts,
  };
}
