import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import { devtoolsOf } from '../../../scripts/browsers/chromium-page.ts';

/** What of an event of Chromium's tracing is looked at. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of its thread, in microseconds. */
  readonly tdur?: number;
}

const MARK = 'aside-trace';

/**
 * Traces the tasks of a page's main thread in Chromium. The result ends it and resolves to the most processor time that
 * one of them took, in milliseconds: what else the machine does changes little of it.
 */
export async function traceTasks(page: BrowserPage): Promise<() => Promise<number>> {
  const devtools = await devtoolsOf(page);
  let thread: Pick<TraceEvent, 'pid' | 'tid'> | undefined;
  const longest = new Map<string, number>();
  const keyOf = ({ pid, tid }: Pick<TraceEvent, 'pid' | 'tid'>): string => `${pid} ${tid}`;
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[]) {
      if (event.name === MARK) thread = event;
      if (event.name !== 'ThreadControllerImpl::RunTask' || event.ph !== 'X') continue;
      longest.set(keyOf(event), Math.max(longest.get(keyOf(event)) ?? 0, event.tdur ?? 0));
    }
  });
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  return async () => {
    await page.evaluate((mark) => performance.mark(mark) && undefined, MARK);
    const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
    await devtools.send('Tracing.end');
    await complete;
    await devtools.detach();
    return thread === undefined ? NaN : (longest.get(keyOf(thread)) ?? 0) / 1_000;
  };
}
