import { browser } from './browser';

/** Whether this page is in a private (incognito) window, where nothing of a chat may go to the disk. */
export function isInPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext;
}

/**
 * Whether private windows share the background with the others and have no database, as in Firefox. In Chrome they
 * have a background of their own, whose database is in memory (`incognito: 'split'`).
 */
export const PRIVATE_WINDOWS_SHARE = import.meta.env.BROWSER === 'firefox';

/** Calls back when the last private window has closed. Works in a background that private windows share. */
export function onPrivateWindowsClosed(listener: () => void): void {
  browser.windows.onRemoved.addListener(() => {
    void browser.windows.getAll().then((windows) => {
      if (!windows.some(({ incognito }) => incognito)) listener();
    });
  });
}
