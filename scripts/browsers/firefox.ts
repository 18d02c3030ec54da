import { join } from 'node:path';
import type { AsideBrowser, BrowserPage, LaunchOptions, Problem } from './aside-browser.ts';
import { awaitDownload } from './await-download.ts';
import { awaitEnd, endGroup, killGroup, orKill } from './child-group.ts';
import {
  clickFirefoxToolbar,
  enterBackground,
  focusAddressBar,
  enterSidebar,
  focusSidebar,
  grantFirefoxOrigins,
  hideSidebar,
  isBackgroundAwake,
  isSidebarOpen,
  readProblemLog,
  resizeSidebar,
  rightClickSelection,
  startProblemLog,
  suspendBackground,
  takeMenuItem,
  widgetOf,
} from './firefox-chrome.ts';
import { findBrowser } from './find-browser.ts';
import { executeInPage, firefoxPage } from './firefox-page.ts';
import { readAddonId, startFirefox, zipAsVersion, type FirefoxProcess } from './firefox-process.ts';
import { readNetLog, startNetLog } from './firefox-net-log.ts';
import { closePrivateWindow, openPrivateWindow } from './firefox-private.ts';
import { installFirefoxUpdate } from './firefox-update.ts';
import type { Marionette, MarionetteTarget, SendCommand } from './marionette.ts';
import { poll } from './poll.ts';
import { startOnProfile, type Profile } from './profile.ts';
import { keyActions } from './webdriver-keys.ts';

// What Firefox itself says when a panel closes while an extension API still owes it an answer, before its own process
// has heard of its frame, or while an update takes the API away from under it; nobody is there to hear.
const CLOSED_MEANWHILE = [
  'Promise resolved after context unloaded',
  'FrameData missing for',
  'NS_ERROR_NOT_INITIALIZED',
];

/** Starts an installed Firefox with the built extension. See AsideBrowser for what it can do. */
export async function launchFirefox(extension: string, options: LaunchOptions): Promise<AsideBrowser> {
  const { width = 1280, height = 860, headless = true, url = 'about:blank', grants = [] } = options;
  const addonId = await readAddonId(extension);
  const widget = widgetOf(addonId);
  const program = options.program ?? findBrowser('firefox');
  const past: Problem[] = [];

  async function start({ path }: Profile): Promise<FirefoxProcess> {
    const started = await startFirefox({ program, profile: path, extension, addonId, headless, width, height });
    const prepare = async (send: SendCommand): Promise<void> => {
      if (options.logNetwork) await startNetLog(send);
      await prepareWindow(send, addonId, grants);
    };
    await orKill(started.child, () => started.marionette.within('chrome', prepare));
    return started;
  }
  const started = await startOnProfile(options.profile, start);
  const { profile } = started;
  let { session } = started;
  const baseUrl = `moz-extension://${session.uuid}/`;

  function inWindow<Result>(work: (send: SendCommand) => Promise<Result>): Promise<Result> {
    return session.marionette.within('chrome', work);
  }
  /** A document that commands reach by a script in the browser's window. */
  function viaWindow(
    id: string,
    enter: (send: SendCommand, sessionId: string) => Promise<void>,
  ): MarionetteTarget {
    const { sessionId } = session.marionette;
    return {
      id,
      enter: async (send) => {
        await send('Marionette:SetContext', { value: 'chrome' });
        await enter(send, sessionId);
        await send('Marionette:SetContext', { value: 'content' });
      },
    };
  }

  async function open(type: 'tab' | 'window', address: string): Promise<BrowserPage> {
    const { handle } = await inWindow((send) =>
      send<{ handle: string }>('WebDriver:NewWindow', { type, focus: true }),
    );
    const page = firefoxTab(session.marionette, handle);
    await page.bringToFront();
    if (address !== 'about:blank') await page.goto(address);
    return page;
  }
  async function firstTab(): Promise<BrowserPage> {
    const [handle] = await inWindow((send) => send<string[]>('WebDriver:GetWindowHandles'));
    if (handle === undefined) throw new Error('Firefox opened no tab');
    return firefoxTab(session.marionette, handle);
  }
  const isPanelOpen = (): Promise<boolean> => inWindow((send) => isSidebarOpen(send, widget));
  const clickToolbar = (): Promise<void> => inWindow((send) => clickFirefoxToolbar(send, widget));
  async function closePanel(): Promise<void> {
    await inWindow(hideSidebar);
    await poll('the sidebar to close', async () => !(await isPanelOpen()));
  }
  async function awaitPanel(timeout?: number): Promise<BrowserPage> {
    await poll('the sidebar', isPanelOpen, timeout);
    const { marionette } = session;
    // Each opening has a document of its own.
    return firefoxPage(
      { marionette, target: viaWindow(`sidebar ${Date.now()}`, enterSidebar) },
      {
        close: closePanel,
        bringToFront: () => inWindow(focusSidebar),
        setViewport: (pixels) => inWindow((send) => resizeSidebar(send, pixels)),
      },
    );
  }
  async function readProblems(): Promise<readonly Problem[]> {
    const messages = await inWindow(readProblemLog);
    return messages.flatMap(({ category, errorMessage, sourceName, isWarning }): Problem[] => {
      const isPolicy = category === 'CSP' || errorMessage.includes('Content-Security-Policy');
      const isOurs = sourceName.startsWith(baseUrl) || errorMessage.includes(baseUrl);
      if (!isOurs || (isWarning && !isPolicy) || CLOSED_MEANWHILE.some((said) => errorMessage.startsWith(said)))
        return [];
      return [{ kind: isPolicy ? 'content-policy' : 'error', text: `${errorMessage} (${sourceName})` }];
    });
  }
  async function shutDown(): Promise<void> {
    past.push(...(await readProblems().catch(() => [])));
    const quit = inWindow((send) => send('Marionette:Quit', { flags: ['eForceQuit'] }));
    await Promise.allSettled([quit, endGroup(session.child)]);
    session.marionette.close();
  }

  if (url !== 'about:blank') await (await firstTab()).goto(url);

  return {
    family: 'firefox',
    baseUrl,
    firstTab,
    openTab: (address) => open('tab', address),
    openWindow: (address) => open('window', address),
    openPage: (path) => open('tab', baseUrl + path),
    openPrivateWindow: async () => {
      const handle = await inWindow((send) => openPrivateWindow(send, addonId));
      return firefoxTab(session.marionette, handle);
    },
    closePrivateWindow: () => inWindow(closePrivateWindow),
    clickToolbar,
    openPanel: async () => {
      if (!(await isPanelOpen())) await clickToolbar();
      return awaitPanel();
    },
    awaitPanel: (waitOptions) => awaitPanel(waitOptions?.timeout),
    isPanelOpen,
    closePanel,
    clickSelectionMenu: async (tab, { label }) => {
      await tab.bringToFront();
      const handle = await frontHandle(session.marionette);
      await session.marionette.within(tabTarget(handle), rightClickSelection);
      await inWindow((send) => takeMenuItem(send, label));
    },
    useShortcut: ({ keys }) =>
      inWindow(async (send) => {
        // Keys that WebDriver sends into a page never come back to the window, where shortcuts are looked up.
        await focusAddressBar(send);
        await send('WebDriver:PerformActions', { actions: [keyActions(keys)] });
      }),
    evaluateInBackground: (run, ...args) =>
      session.marionette.within(
        viaWindow(`background ${Date.now()}`, (send, sessionId) => enterBackground(send, sessionId, addonId)),
        (send) => executeInPage(send, run, ...args),
      ),
    stopBackground: () => inWindow((send) => suspendBackground(send, addonId)),
    isBackgroundAwake: () => inWindow((send) => isBackgroundAwake(send, addonId)),
    update: async (version) => {
      const file = join(profile.path, `aside-${version}.xpi`);
      await zipAsVersion(extension, version, file);
      return inWindow((send) => installFirefoxUpdate(send, file));
    },
    grant: (origins) => inWindow((send) => grantFirefoxOrigins(send, addonId, origins)),
    agreeTo: () => Promise.resolve(),
    awaitDownload: (name) => awaitDownload(profile.path, name),
    problems: async () => [...past, ...(await readProblems())],
    networkLog: () => inWindow(readNetLog),
    restart: async () => {
      await shutDown();
      session = await start(profile);
    },
    crashAndRestart: async () => {
      past.push(...(await readProblems()));
      const killedAt = Date.now();
      await killGroup(session.child);
      session.marionette.close();
      session = await start(profile);
      return killedAt;
    },
    ended: () => awaitEnd(session.child),
    close: async () => {
      await shutDown();
      await profile.discard();
    },
  };
}

async function prepareWindow(send: SendCommand, addonId: string, grants: readonly string[]): Promise<void> {
  await startProblemLog(send);
  if (grants.length > 0) await grantFirefoxOrigins(send, addonId, grants);
}

function tabTarget(handle: string): MarionetteTarget {
  return { id: handle, enter: (send) => send('WebDriver:SwitchToWindow', { handle, focus: false }) };
}

function firefoxTab(marionette: Marionette, handle: string): BrowserPage {
  const target = tabTarget(handle);
  return firefoxPage(
    { marionette, target },
    {
      close: async () => {
        await marionette.within(target, async (send) => {
          const [left] = await send<string[]>('WebDriver:CloseWindow');
          // A window goes with its last tab, and nothing can be done in one that is gone.
          if (left !== undefined) await send('WebDriver:SwitchToWindow', { handle: left, focus: false });
        });
        marionette.forgetTarget();
      },
      bringToFront: () =>
        marionette.within(target, (send) => send('WebDriver:SwitchToWindow', { handle, focus: true })),
      setViewport: async (width, height) => {
        await marionette.within(target, (send) => send('WebDriver:SetWindowRect', { width, height }));
      },
    },
  );
}

/** The handle of the tab that the window shows. */
function frontHandle(marionette: Marionette): Promise<string> {
  return marionette.within('chrome', (send) =>
    executeInPage(send, () => {
      const { ChromeUtils, gBrowser } = globalThis as unknown as {
        ChromeUtils: {
          importESModule(url: string): { NavigableManager: { getIdForBrowser(browser: object): string } };
        };
        gBrowser: { selectedBrowser: object };
      };
      const url = 'chrome://remote/content/shared/NavigableManager.sys.mjs';
      return ChromeUtils.importESModule(url).NavigableManager.getIdForBrowser(gBrowser.selectedBrowser);
    }),
  );
}
