import { browser } from './browser';

/** The tab that "this page" means for one of our pages, as far as the browser tells without the tabs permission. */
export interface CurrentTab {
  readonly id: number;
  readonly title: string | null;
  readonly url: string | null;
}

/** The window's active tab; for an Aside page that is itself a tab, the one last active before it. */
export async function currentTab(): Promise<CurrentTab | null> {
  const [{ id: windowId }, own] = await Promise.all([browser.windows.getCurrent(), browser.tabs.getCurrent()]);
  if (windowId === undefined) return null;
  const tabs = await browser.tabs.query({ windowId });
  const others = tabs.filter((tab) => tab.id !== own?.id);
  const newest = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
  const tab = own === undefined ? (tabs.find(({ active }) => active) ?? newest) : newest;
  if (tab?.id === undefined) return null;
  return { id: tab.id, title: tab.title ?? null, url: tab.url ?? null };
}

/** Calls back when another tab becomes current or the current one has loaded another page. Returns the way out. */
export function onCurrentTabChange(listener: () => void): () => void {
  const onUpdated = (_id: number, change: { status?: string }) => {
    if (change.status === 'complete') listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
