import { browser } from './browser';

/** What Aside may know of a tab. */
export interface TabAccess {
  /** Undefined where Aside may not know it. */
  readonly url: string | undefined;
  /** Whether the user has let Aside read this tab's site: for good, or with a click on the toolbar or a menu. */
  readonly granted: boolean;
}

/** Looks a tab up. Rejects in the browser's words when there is none. */
export async function tabAccess(tabId: number): Promise<TabAccess> {
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined || url === '') return { url: undefined, granted: false };
  // Without the `tabs` permission an address is shown only where the site itself is granted.
  if (!(await browser.permissions.contains({ permissions: ['tabs'] }))) return { url, granted: true };
  return { url, granted: await isGranted(url) };
}

async function isGranted(url: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [url] });
  } catch {
    // Not every address is a match pattern.
    return false;
  }
}
