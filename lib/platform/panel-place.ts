import { browser } from './browser';

/** Where a panel is: the side panel of a window, or a tab. Good for as long as that is open. */
export function placeOf(windowId: number | null, tabId: number | undefined): string {
  return tabId === undefined ? `window-${windowId ?? 'none'}` : `tab-${tabId}`;
}

/** Calls back when a place has gone with its window or its tab. Works in the background. */
export function onPlaceGone(listener: (place: string) => void): void {
  browser.windows.onRemoved.addListener((windowId) => listener(placeOf(windowId, undefined)));
  browser.tabs.onRemoved.addListener((tabId) => listener(placeOf(null, tabId)));
}
