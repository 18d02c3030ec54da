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

/** Whether the window's side panel is open, as of the moment of the call. Unknown in Firefox: false. */
export async function isSidePanelOpen(windowId: number): Promise<boolean> {
  if (sidebarAction() !== undefined) return false;
  const contexts = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  return contexts.some((context) => context.windowId === windowId);
}

/** Closes the window's side panel (Chrome 141 and later). */
export async function closeSidePanel(windowId: number): Promise<void> {
  await (browser.sidePanel as unknown as { close(options: { windowId: number }): Promise<void> }).close({
    windowId,
  });
}
