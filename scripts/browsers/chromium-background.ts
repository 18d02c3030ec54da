import type { AsideBrowser } from './aside-browser.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { poll } from './poll.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string }; readonly text: string };
}

const FRONT_TAB = 'chrome.tabs.query({ active: true, lastFocusedWindow: true })';

/** What can be done to the service worker of Aside, through the debugging pipe of the browser that runs now. */
export function chromiumBackground(
  current: () => ChromiumProcess,
  wake: () => Promise<void>,
): Pick<AsideBrowser, 'evaluateInBackground' | 'stopBackground' | 'clickSelectionMenu' | 'useShortcut'> {
  async function worker(): Promise<Target | undefined> {
    const { pipe, extensionId } = current();
    const { targetInfos } = await pipe.send<{ targetInfos: Target[] }>('Target.getTargets');
    return targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
    );
  }

  async function evaluate(expression: string): Promise<unknown> {
    if ((await worker()) === undefined) await wake();
    const { targetId } = await poll('the service worker', worker);
    const { pipe } = current();
    const attach = { targetId, flatten: true };
    const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', attach);
    const call = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await pipe.send<Evaluated>('Runtime.evaluate', call, sessionId);
    await pipe.send('Target.detachFromTarget', { sessionId });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  return {
    evaluateInBackground: async (run, ...args) =>
      (await evaluate(`(${run.toString()})(...${JSON.stringify(args)})`)) as Awaited<ReturnType<typeof run>>,
    stopBackground: async () => {
      const target = await worker();
      if (target === undefined) return;
      // A panel may wake it again at once, and the new worker keeps the target's id: only its memory tells them apart.
      await evaluate('globalThis.doomed = true');
      await current().pipe.send('Target.closeTarget', { targetId: target.targetId });
      await poll('the service worker to end', async () => {
        if ((await worker()) === undefined) return true;
        return (await evaluate('globalThis.doomed')) !== true;
      });
    },
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
