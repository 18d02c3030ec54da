import { chromium, type Browser, type BrowserContext } from 'playwright';
import type { AsideBrowser, BrowserPage, LaunchOptions, Problem } from './aside-browser.ts';
import { awaitDownload, downloadsOf } from './await-download.ts';
import { awaitEnd, endGroup, killGroup, orKill } from './child-group.ts';
import { chromiumBackground } from './chromium-background.ts';
import { agreeToOrigins, grantOrigins } from './chromium-grants.ts';
import { rememberProcess } from './chromium-heaps.ts';
import { netLogOf, readNetLog } from './chromium-net-log.ts';
import { chromiumPage } from './chromium-page.ts';
import { findPanel, isPanelOpen, pressToolbarButton } from './chromium-panel.ts';
import { closePrivateWindow, openPrivateWindow } from './chromium-private.ts';
import { collectChromiumProblems } from './chromium-problems.ts';
import { startChromium, type ChromiumProcess } from './chromium-process.ts';
import { updateUnpacked } from './chromium-update.ts';
import { findBrowser } from './find-browser.ts';
import { poll } from './poll.ts';
import { startOnProfile, type Profile } from './profile.ts';

interface Session {
  readonly process: ChromiumProcess;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly problems: readonly Problem[];
}

/** Starts Chromium, Chrome or Edge with the built extension. See AsideBrowser for what it can do. */
export async function launchChromium(extension: string, options: LaunchOptions): Promise<AsideBrowser> {
  const { width = 1280, height = 860, headless = true, url = 'about:blank', grants = [] } = options;
  const program = options.program ?? findBrowser('chromium');
  const past: Problem[] = [];

  async function start(where: Profile): Promise<Session> {
    const netLog = options.logNetwork ? netLogOf(where.path) : undefined;
    const size = { width, height };
    const process = await startChromium({ program, profile: where.path, extension, headless, ...size, netLog });
    return orKill(process.child, async () => {
      const connected = await connect(process);
      await saveFilesTo(process, where);
      return connected;
    });
  }
  async function connect(process: ChromiumProcess): Promise<Session> {
    const problems = await collectChromiumProblems(process.pipe, baseUrlOf(process));
    const browser = await chromium.connectOverCDP(process.endpoint);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('Chromium opened no window');
    // Until the first worker is active a click would find no listener and be lost.
    await poll('the background of Aside', async () => {
      const [worker] = context.serviceWorkers();
      return worker?.evaluate<boolean>('self.registration.active?.state === "activated"');
    });
    if (grants.length > 0) await grantOrigins(context, process, grants);
    return { process, browser, context, problems };
  }

  const started = await startOnProfile(options.profile, start);
  const { profile } = started;
  let { session } = started;
  // The panel comes by a connection of its own: the first one never lists it.
  let panelConnection: Browser | undefined;

  async function firstTab(): Promise<BrowserPage> {
    return chromiumPage(await poll('the first tab', () => session.context.pages()[0]));
  }
  async function openTab(address: string): Promise<BrowserPage> {
    const page = await session.context.newPage();
    if (address !== 'about:blank') await page.goto(address);
    return chromiumPage(page);
  }
  async function openWindow(address: string): Promise<BrowserPage> {
    const opened = session.context.waitForEvent('page');
    await session.process.pipe.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    const page = await opened;
    if (address !== 'about:blank') await page.goto(address);
    return chromiumPage(page);
  }
  async function awaitPanel(timeout?: number): Promise<BrowserPage> {
    const found = await poll('the side panel', () => findPanel(session.process, session.context), timeout);
    await panelConnection?.close();
    panelConnection = found.connection;
    await saveFilesTo(session.process, profile);
    return chromiumPage(found.page, closePanel);
  }
  const clickToolbar = (): Promise<void> => pressToolbarButton(session.process);
  async function closePanel(): Promise<void> {
    if (!(await isPanelOpen(session.process, session.context))) return;
    const { page, connection } = await poll('the side panel', () => findPanel(session.process, session.context));
    // The page that asks is gone before it could hear the answer.
    await page
      .evaluate('chrome.windows.getCurrent().then((w) => chrome.sidePanel.close({ windowId: w.id }))')
      .catch(() => undefined);
    await poll('the side panel to close', async () => !(await isPanelOpen(session.process, session.context)));
    await connection.close();
  }
  async function disconnect(): Promise<void> {
    past.push(...session.problems);
    await panelConnection?.close();
    panelConnection = undefined;
    await session.browser.close();
  }
  async function shutDown(): Promise<void> {
    await session.process.pipe.send('Browser.close').catch(() => undefined);
    await endGroup(session.process.child);
    await disconnect();
  }

  if (url !== 'about:blank') await (await firstTab()).goto(url);

  const background = chromiumBackground(
    () => session.process,
    async () => {
      const page = await openTab(`${baseUrlOf(session.process)}manifest.json`);
      await page.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
      await page.close();
    },
  );

  const aside: AsideBrowser = {
    family: 'chromium',
    get baseUrl() {
      return baseUrlOf(session.process);
    },
    firstTab,
    openTab,
    openWindow,
    openPage: (path) => openTab(baseUrlOf(session.process) + path),
    clickToolbar,
    openPanel: async () => {
      if (!(await isPanelOpen(session.process, session.context))) await clickToolbar();
      return awaitPanel();
    },
    awaitPanel: (waitOptions) => awaitPanel(waitOptions?.timeout),
    isPanelOpen: () => isPanelOpen(session.process, session.context),
    closePanel,
    ...background,
    openPrivateWindow: async () =>
      chromiumPage(await openPrivateWindow(session.process, session.context, background)),
    closePrivateWindow: () => closePrivateWindow(session.process),
    update: async (version) => {
      await updateUnpacked(extension, version, { ...session, ...background });
      return 'installed';
    },
    grant: (origins) => grantOrigins(session.context, session.process, origins),
    agreeTo: (origins) => agreeToOrigins(session.context, session.process, origins),
    awaitDownload: (name) => awaitDownload(profile.path, name),
    problems: () => Promise.resolve([...past, ...session.problems]),
    networkLog: () => readNetLog(netLogOf(profile.path)),
    restart: async () => {
      await shutDown();
      session = await start(profile);
    },
    crashAndRestart: async () => {
      const killedAt = Date.now();
      await killGroup(session.process.child);
      await disconnect();
      session = await start(profile);
      return killedAt;
    },
    ended: () => awaitEnd(session.process.child),
    close: async () => {
      await shutDown();
      await profile.discard();
    },
  };
  return rememberProcess(aside, () => session.process);
}

/** Each of Playwright's connections takes downloads for itself, so the last word must be ours. */
async function saveFilesTo(process: ChromiumProcess, { path }: Profile): Promise<void> {
  await process.pipe.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloadsOf(path) });
}

function baseUrlOf(process: ChromiumProcess): string {
  return `chrome-extension://${process.extensionId}/`;
}
