import { setTimeout } from 'node:timers/promises';
import type { AsideBrowser } from './aside-browser.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { poll } from './poll.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly browserContextId?: string;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string }; readonly text: string };
}

const ANSWERS_WITHIN = 400;
const FRONT_TAB = 'chrome.tabs.query({ active: true, lastFocusedWindow: true })';

/** What can be done to the service worker of Aside, through the debugging pipe of the browser that runs now. */
export function chromiumBackground(
  current: () => ChromiumProcess,
  wake: () => Promise<void>,
): Pick<
  AsideBrowser,
  'evaluateInBackground' | 'stopBackground' | 'isBackgroundAwake' | 'clickSelectionMenu' | 'useShortcut'
> {
  async function worker(): Promise<Target | undefined> {
    const { pipe, extensionId, privateContext } = current();
    const { targetInfos } = await pipe.send<{ targetInfos: Target[] }>('Target.getTargets');
    return targetInfos.find(
      ({ type, url, browserContextId }) =>
        type === 'service_worker' &&
        url.startsWith(`chrome-extension://${extensionId}/`) &&
        (privateContext === undefined || browserContextId === privateContext),
    );
  }

  /** One evaluation in the worker as it is now; a worker that dies meanwhile never answers. */
  async function evaluateOnce(expression: string): Promise<unknown> {
    const { pipe } = current();
    const { targetId } = await poll('the service worker', worker);
    const attach = { targetId, flatten: true };
    const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', attach);
    try {
      const call = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await pipe.send<Evaluated>('Runtime.evaluate', call, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await pipe.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
    }
  }

  /** When the worker that runs now was started, or undefined if it does not answer (yet). */
  async function startedAt(): Promise<unknown> {
    const late = new AbortController();
    const silence = setTimeout(ANSWERS_WITHIN, undefined, { signal: late.signal }).catch(() => undefined);
    return Promise.race([evaluateOnce('performance.timeOrigin'), silence]).finally(() => late.abort());
  }

  async function evaluate(expression: string): Promise<unknown> {
    if ((await worker()) === undefined) await wake();
    await poll('the service worker to answer', startedAt);
    return evaluateOnce(expression);
  }

  return {
    evaluateInBackground: async (run, ...args) =>
      (await evaluate(`(${run.toString()})(...${JSON.stringify(args)})`)) as Awaited<ReturnType<typeof run>>,
    stopBackground: async () => {
      const target = await worker();
      if (target === undefined) return;
      const before = await startedAt();
      await current().pipe.send('Target.closeTarget', { targetId: target.targetId });
      // A panel may have started the next one already, and that one keeps the target's id.
      await poll('the service worker to end', async () => {
        if ((await worker()) === undefined) return true;
        const now = await startedAt();
        return now !== undefined && now !== before;
      });
    },
    isBackgroundAwake: async () => (await worker()) !== undefined,
    clickSelectionMenu: async (page, item) => {
      await page.bringToFront();
      const selected = await page.evaluate(() => ({ text: String(getSelection()), pageUrl: location.href }));
      // A real click gives the selection with its line breaks replaced by spaces.
      const selectionText = selected.text.replaceAll(/\s*\n\s*/g, ' ');
      const info = { menuItemId: item.id, selectionText, pageUrl: selected.pageUrl, frameId: 0, editable: false };
      await evaluate(
        `${FRONT_TAB}.then(([tab]) => chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, tab))`,
      );
    },
    useShortcut: async ({ command }) => {
      await evaluate(
        `${FRONT_TAB}.then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab))`,
      );
    },
  };
}
