import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import type { ChromiumProcess } from './chromium-process.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly browserContextId?: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

const targetIds = new WeakMap<Page, string>();

/** Clicks Aside's toolbar button for the tab in front, as the user would: it counts as a gesture and grants activeTab. */
export async function pressToolbarButton(process: ChromiumProcess): Promise<void> {
  const tabs = (await targets(process)).filter(({ type }) => type === 'tab');
  const tab = tabs.find(({ embedderData }) => embedderData?.tabActive) ?? tabs[0];
  if (tab === undefined) throw new Error('Chromium has no tab to click the toolbar button for');
  await process.pipe.send('Extensions.triggerAction', { id: process.extensionId, targetId: tab.targetId });
}

export async function isPanelOpen(process: ChromiumProcess, context: BrowserContext): Promise<boolean> {
  return (await panelTarget(process, context)) !== undefined;
}

/** The open side panel as a page of a new connection, or undefined. Whoever gets the connection closes it. */
export async function findPanel(
  process: ChromiumProcess,
  context: BrowserContext,
): Promise<{ page: Page; connection: Browser } | undefined> {
  const wanted = await panelTarget(process, context);
  if (wanted === undefined) return undefined;
  const connection = await chromium.connectOverCDP(process.endpoint);
  for (const page of connection.contexts().flatMap((each) => each.pages())) {
    if ((await targetId(page)) === wanted.targetId) return { page, connection };
  }
  await connection.close();
  return undefined;
}

/** The side panel is the page target of the panel's document that the connection made before it does not list. */
async function panelTarget(process: ChromiumProcess, context: BrowserContext): Promise<TargetInfo | undefined> {
  const tabs = new Set(await Promise.all(context.pages().map(targetId)));
  const panelUrl = `chrome-extension://${process.extensionId}/sidepanel.html`;
  return (await targets(process)).find(
    (target) => target.type === 'page' && target.url.startsWith(panelUrl) && !tabs.has(target.targetId),
  );
}

/** The targets of the window in front: the private one while there is one. */
async function targets({ pipe, privateContext }: ChromiumProcess): Promise<readonly TargetInfo[]> {
  const { targetInfos } = await pipe.send<{ targetInfos: TargetInfo[] }>('Target.getTargets', { filter: [{}] });
  return targetInfos.filter(
    ({ browserContextId }) => privateContext === undefined || browserContextId === privateContext,
  );
}

async function targetId(page: Page): Promise<string> {
  const known = targetIds.get(page);
  if (known !== undefined) return known;
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  targetIds.set(page, targetInfo.targetId);
  return targetInfo.targetId;
}
