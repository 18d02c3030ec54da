import { fillTemplate, needsSelection, type PromptAction } from '../../lib/domain/prompt-actions';
import { browser, type Browser } from '../../lib/platform/browser';
import { anySidePanelOpen, closeSidePanel, onSidePanelChange, openSidePanel } from '../../lib/platform/side-panel';
import { actionOfItem, ASK_SELECTION, keepPromptMenu } from './prompt-menu';
import { grantedTabsItem, openPanelsItem, pendingQuestionsItem } from '../../lib/storage/settings';

/** Reads what is selected in a tab, line breaks kept. */
type ReadSelection = (tabId: number) => Promise<string>;

/**
 * Listens for the toolbar, the context menu and the shortcut. In each the panel is opened first and synchronously:
 * after any await the browsers say that the gesture is over.
 */
export function listenForGestures(readSelection: ReadSelection): void {
  keepPromptMenu();

  browser.action.onClicked.addListener((tab) => {
    // Asked before it is opened, answered after.
    const before = isPanelOpen(tab.windowId);
    void openSidePanel(tab.windowId).catch(console.error);
    void before.then((wasOpen) => toggleOrGrant(tab, wasOpen)).catch(console.error);
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab === undefined) return;
    void openSidePanel(tab.windowId).catch(console.error);
    const asked = actionOfItem(info.menuItemId);
    void asked
      .then((action) => askAbout(tab, info.selectionText ?? '', readSelection, action))
      .catch(console.error);
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== ASK_SELECTION || tab === undefined) return;
    void openSidePanel(tab.windowId).catch(console.error);
    void askAbout(tab, '', readSelection).catch(console.error);
  });

  onSidePanelChange((windowId, open) => void notePanel(windowId, open).catch(console.error));
  browser.tabs.onRemoved.addListener((tabId) => void forgetGrant(tabId).catch(console.error));
}

async function isPanelOpen(windowId: number): Promise<boolean> {
  const [windows, any] = await Promise.all([openPanelsItem.getValue(), anySidePanelOpen()]);
  return any && windows.includes(windowId);
}

async function notePanel(windowId: number, open: boolean): Promise<void> {
  const others = (await openPanelsItem.getValue()).filter((id) => id !== windowId);
  await openPanelsItem.setValue(open ? [...others, windowId] : others);
}

/** Hands the selection to the panel of the tab's window; `fallback` is what the browser gave, without line breaks. */
async function askAbout(
  tab: Browser.tabs.Tab,
  fallback: string,
  readSelection: ReadSelection,
  action?: PromptAction,
): Promise<void> {
  const [selection] = await Promise.all([selectionOf(tab, fallback, readSelection), noteGrant(tab)]);
  if (selection.trim() === '' && (action === undefined || needsSelection(action))) return;
  const { title = '', url = '' } = tab;
  const waiting = await pendingQuestionsItem.getValue();
  await pendingQuestionsItem.setValue({
    ...waiting,
    [tab.windowId]: {
      id: crypto.randomUUID(),
      selection,
      tabId: tab.id ?? null,
      action: action
        ? { ...fillTemplate(action.template, { selection, title, url }), sendAtOnce: action.sendAtOnce }
        : null,
    },
  });
}

async function selectionOf(
  tab: Browser.tabs.Tab,
  fallback: string,
  readSelection: ReadSelection,
): Promise<string> {
  if (tab.id === undefined) return fallback;
  const read = await readSelection(tab.id).catch(() => '');
  return read.trim() === '' ? fallback : read;
}

/** A click on an open panel's tab closes it where Aside could read that tab already; else the click let it read. */
async function toggleOrGrant(tab: Browser.tabs.Tab, wasOpen: boolean): Promise<void> {
  const stood = await accessStood(tab);
  if (wasOpen && stood) await closeSidePanel(tab.windowId);
  else await noteGrant(tab);
}

async function accessStood(tab: Browser.tabs.Tab): Promise<boolean> {
  if (tab.id === undefined || tab.url === undefined) return true;
  const granted = await grantedTabsItem.getValue();
  if (granted[tab.id]?.origin === originOf(tab.url)) return true;
  return /^https?:/.test(tab.url) ? browser.permissions.contains({ origins: [`${originOf(tab.url)}/*`] }) : true;
}

async function noteGrant(tab: Browser.tabs.Tab): Promise<void> {
  if (tab.id === undefined || tab.url === undefined) return;
  const grant = { origin: originOf(tab.url), at: Date.now() };
  await grantedTabsItem.setValue({ ...(await grantedTabsItem.getValue()), [tab.id]: grant });
}

async function forgetGrant(tabId: number): Promise<void> {
  const { [tabId]: gone, ...others } = await grantedTabsItem.getValue();
  if (gone !== undefined) await grantedTabsItem.setValue(others);
}

/** The origin that activeTab is bound to: it ends when the tab goes to another one. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
