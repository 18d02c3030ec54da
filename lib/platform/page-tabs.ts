import { browser } from './browser';
import { hasHostAccess } from './host-access';

/** Tabs as far as it takes to lead back to a page. */
export interface PageTabs {
  /** Open tabs of windows like the one in front that are known to show an address of this beginning. */
  at(address: string): Promise<readonly number[]>;
  /** A tab's address, where Aside may know it. Rejects where there is no such tab. */
  urlOf(tabId: number): Promise<string | null>;
  /** Puts a tab in front, and its window. */
  activate(tabId: number): Promise<void>;
  /** Opens an address in a new tab in front; resolves when it has loaded, or after `patience` milliseconds. */
  open(url: string, patience: number): Promise<number | null>;
  /** Whether Aside may look into pages of this address without being asked. */
  mayReach(url: string): Promise<boolean>;
}

export const pageTabs: PageTabs = {
  async at(address) {
    const [tabs, front] = await Promise.all([browser.tabs.query({}), browser.windows.getLastFocused()]);
    // A private window's page is none of the others' business, nor theirs of it.
    const alike = tabs.filter(({ incognito, url }) => incognito === front.incognito && url?.startsWith(address));
    return alike.flatMap(({ id }) => (id === undefined ? [] : [id]));
  },
  async urlOf(tabId) {
    return (await browser.tabs.get(tabId)).url ?? null;
  },
  async activate(tabId) {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  },
  async open(url, patience) {
    const loaded = new Set<number>();
    let isLoaded = (_id: number): void => undefined;
    const onUpdated = (id: number, { status }: { readonly status?: string }): void => {
      if (status !== 'complete') return;
      loaded.add(id);
      isLoaded(id);
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    try {
      const { id } = await browser.tabs.create({ url });
      if (id === undefined) return null;
      await new Promise<void>((resolve) => {
        if (loaded.has(id)) return resolve();
        setTimeout(resolve, patience);
        isLoaded = (other) => {
          if (other === id) resolve();
        };
      });
      return id;
    } finally {
      browser.tabs.onUpdated.removeListener(onUpdated);
    }
  },
  mayReach: (url) => hasHostAccess(url).catch(() => false),
};
