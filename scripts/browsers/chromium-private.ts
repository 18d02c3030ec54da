import type { BrowserContext, Page } from 'playwright';
import type { AsideBrowser } from './aside-browser.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { poll } from './poll.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly browserContextId?: string;
}

/** Opens an incognito window from the extension's worker and notes it in `process`. Resolves to its one tab. */
export async function openPrivateWindow(
  process: ChromiumProcess,
  context: BrowserContext,
  { evaluateInBackground }: Pick<AsideBrowser, 'evaluateInBackground'>,
): Promise<Page> {
  const before = new Set(context.pages());
  await evaluateInBackground(() =>
    chrome.windows.create({ incognito: true, url: 'about:blank' }).then(() => undefined),
  );
  const page = await poll('the incognito window', () => context.pages().find((found) => !before.has(found)));
  const devtools = await context.newCDPSession(page);
  const { targetInfo } = await devtools.send('Target.getTargetInfo');
  await devtools.detach();
  process.privateContext = targetInfo.browserContextId;
  return page;
}

/** Closes the tabs and the panel of the incognito window, and with them its background. */
export async function closePrivateWindow(process: ChromiumProcess): Promise<void> {
  const { pipe, privateContext } = process;
  if (privateContext === undefined) return;
  const targets = async (): Promise<Target[]> => {
    const { targetInfos } = await pipe.send<{ targetInfos: Target[] }>('Target.getTargets', { filter: [{}] });
    return targetInfos.filter(({ browserContextId }) => browserContextId === privateContext);
  };
  for (const { targetId, type } of await targets()) {
    // A panel goes with its window's last tab.
    if (type === 'page') await pipe.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
  await poll('the incognito window to close', async () => (await targets()).length === 0);
  process.privateContext = undefined;
}
