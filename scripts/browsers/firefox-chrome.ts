import type { TextMatch } from './aside-browser.ts';
import { executeInPage, executeSource } from './firefox-page.ts';
import type { SendCommand } from './marionette.ts';
import { poll } from './poll.ts';

// All but the last runs in the browser's own window (Marionette's chrome context). The window's objects have no types
// to import, so the scripts are plain source.

/** An add-on as the ids of its toolbar button and sidebar spell it. */
export function widgetOf(addonId: string): string {
  return addonId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_');
}

/** Puts the toolbar button beside the address bar, as a user can, and clicks it. */
export async function clickFirefoxToolbar(send: SendCommand, widget: string): Promise<void> {
  const id = `${widget}-browser-action`;
  await executeSource(send, `(id) => CustomizableUI.addWidgetToArea(id, 'nav-bar')`, id);
  const value = `#${id} .unified-extensions-item-action-button`;
  const button = await poll('the toolbar button of Aside', () =>
    send<Record<string, string>>('WebDriver:FindElement', { using: 'css selector', value }),
  );
  await send('WebDriver:ElementClick', { id: Object.values(button)[0] });
}

const SIDEBAR_BROWSER = `SidebarController.browser.contentDocument.getElementById('webext-panels-browser')`;

/** Whether the window in front shows Aside's sidebar with its document loaded. */
export function isSidebarOpen(send: SendCommand, widget: string): Promise<boolean> {
  const source = `(id) => {
    if (!SidebarController.isOpen || SidebarController.currentID !== id) return false;
    const browser = ${SIDEBAR_BROWSER};
    return browser?.currentURI?.schemeIs('moz-extension') === true && !browser.webProgress.isLoadingDocument;
  }`;
  return executeSource(send, source, `${widget}-sidebar-action`);
}

export function hideSidebar(send: SendCommand): Promise<void> {
  return executeSource(send, `() => SidebarController.hide()`);
}

/** Gives the sidebar the keyboard. Without it key events come, but Enter and Space press no button. */
export function focusSidebar(send: SendCommand): Promise<void> {
  return executeSource(send, `() => ${SIDEBAR_BROWSER}.focus()`);
}

export function focusAddressBar(send: SendCommand): Promise<void> {
  return executeSource(send, `() => gURLBar.focus()`);
}

export function resizeSidebar(send: SendCommand, width: number): Promise<void> {
  return executeSource(send, `(width) => { SidebarController._box.style.width = width + 'px'; }`, width);
}

const ENTER = `const { getWebDriverSessionById } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Session.sys.mjs');
  getWebDriverSessionById(session).contentBrowsingContext = browser.browsingContext;`;

/** Makes content commands act inside the sidebar. */
export function enterSidebar(send: SendCommand, sessionId: string): Promise<void> {
  return executeSource(send, `(session) => { const browser = ${SIDEBAR_BROWSER}; ${ENTER} }`, sessionId);
}

/** Makes content commands act inside the event page, waking it if it sleeps. */
export function enterBackground(send: SendCommand, sessionId: string, addonId: string): Promise<void> {
  const source = `async (session, id) => {
    const { extension } = WebExtensionPolicy.getByID(id);
    await extension.wakeupBackground?.();
    const browser = [...extension.views].find((view) => view.viewType === 'background').xulBrowser;
    ${ENTER}
  }`;
  return executeSource(send, source, sessionId, addonId);
}

export function suspendBackground(send: SendCommand, addonId: string): Promise<void> {
  const source = `(id) =>
    WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true })`;
  return executeSource(send, source, addonId);
}

export function isBackgroundAwake(send: SendCommand, addonId: string): Promise<boolean> {
  const source = `(id) => WebExtensionPolicy.getByID(id).extension.backgroundState === 'running'`;
  return executeSource(send, source, addonId);
}

/** Grants host patterns as the permission prompt would. */
export function grantFirefoxOrigins(
  send: SendCommand,
  addonId: string,
  origins: readonly string[],
): Promise<void> {
  const source = `async (id, origins) => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(id);
    await ExtensionPermissions.add(id, { permissions: [], origins, data_collection: [] }, extension);
  }`;
  return executeSource(send, source, addonId, origins);
}

/** Opens the page's context menu at a point of the tab in front and takes the item whose label fits. */
export async function takeMenuItem(send: SendCommand, label: TextMatch): Promise<void> {
  await poll('the context menu', () =>
    executeSource<boolean>(send, `() => document.getElementById('contentAreaContextMenu').state === 'open'`),
  );
  // An extension with several items has a submenu, which must be open to be used.
  const source = `async (source, flags) => {
    const menu = document.getElementById('contentAreaContextMenu');
    const items = [...menu.querySelectorAll('menuitem')].filter((item) => !item.hidden);
    const item = items.find(({ label }) => new RegExp(source, flags).test(label));
    if (item === undefined) throw new Error('No such item among ' + items.map(({ label }) => label).join(', '));
    const popup = item.parentNode;
    if (popup !== menu && popup.state !== 'open') {
      const shown = new Promise((resolve) => popup.addEventListener('popupshown', resolve, { once: true }));
      popup.parentNode.openMenu(true);
      await shown;
    }
    popup.activateItem(item);
  }`;
  const pattern =
    typeof label === 'string' ? new RegExp(label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i') : label;
  await executeSource(send, source, pattern.source, pattern.flags);
}

/** Starts to keep what the browser's console is told about the extension's own code. */
export function startProblemLog(send: SendCommand): Promise<void> {
  const source = `() => {
    const log = [];
    Services.asideProblems = log;
    Services.console.registerListener({
      observe(message) {
        if (!(message instanceof Ci.nsIScriptError)) return;
        const { category, errorMessage, sourceName, flags } = message;
        log.push({ category, errorMessage, sourceName, isWarning: (flags & Ci.nsIScriptError.warningFlag) !== 0 });
      },
    });
  }`;
  return executeSource(send, source);
}

export interface ConsoleMessage {
  readonly category: string;
  readonly errorMessage: string;
  readonly sourceName: string;
  readonly isWarning: boolean;
}

export function readProblemLog(send: SendCommand): Promise<readonly ConsoleMessage[]> {
  return executeSource(send, `() => Services.asideProblems`);
}

/** Opens the context menu on the selection of the page that `send` acts in. */
export async function rightClickSelection(send: SendCommand): Promise<void> {
  const point = await executeInPage(send, () => {
    const range = getSelection()?.getRangeAt(0);
    const box = range?.getClientRects()[0];
    if (box === undefined) throw new Error('Nothing is selected on the page');
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  });
  const actions = [
    { type: 'pointerMove', origin: 'viewport', ...point },
    { type: 'pointerDown', button: 2 },
    { type: 'pointerUp', button: 2 },
  ];
  await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
}
