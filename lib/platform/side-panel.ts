import { browser } from './browser';

interface SidebarAction {
  open(): Promise<void>;
}

/** Firefox's own name for the same thing; absent in Chrome. */
function sidebarAction(): SidebarAction | undefined {
  return (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;
}

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox). Must be the first statement of a click's or a command's
 * handler: after any await both browsers say that the gesture is over.
 */
export function openSidePanel(windowId: number): Promise<void> {
  const sidebar = sidebarAction();
  return sidebar === undefined ? browser.sidePanel.open({ windowId }) : sidebar.open();
}

interface PanelEvents {
  readonly onOpened: { addListener(listener: (info: { windowId: number }) => void): void };
  /** Chrome 142 and later. */
  readonly onClosed?: { addListener(listener: (info: { windowId: number }) => void): void };
}

/**
 * Calls back when a window's side panel opens or closes. Chrome alone tells (a panel's own context says no window);
 * in Firefox nothing is ever called.
 */
export function onSidePanelChange(listener: (windowId: number, open: boolean) => void): void {
  if (sidebarAction() !== undefined) return;
  const events = browser.sidePanel as unknown as PanelEvents;
  events.onOpened.addListener(({ windowId }) => listener(windowId, true));
  events.onClosed?.addListener(({ windowId }) => listener(windowId, false));
}

/** Whether any side panel of Aside is open, as of the moment of the call. */
export async function anySidePanelOpen(): Promise<boolean> {
  if (sidebarAction() !== undefined) return false;
  return (await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;
}

/** Closes the window's side panel (Chrome 141 and later). */
export async function closeSidePanel(windowId: number): Promise<void> {
  await (browser.sidePanel as unknown as { close(options: { windowId: number }): Promise<void> }).close({
    windowId,
  });
}
