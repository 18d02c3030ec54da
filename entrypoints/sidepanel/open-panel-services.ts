import { BUILT_IN_PROVIDER } from '../../lib/domain/provider-config';
import { createEngineClient } from '../../lib/messaging/engine-client';
import { portChannel } from '../../lib/messaging/port-channel';
import { PANEL_PORT, PRIVATE_PANEL_PORT } from '../../lib/messaging/protocol';
import { browser } from '../../lib/platform/browser';
import { currentTab, onCurrentTabChange } from '../../lib/platform/current-tab';
import { hasHostAccess, requestDataCollection, requestHostAccess } from '../../lib/platform/host-access';
import { isInPrivateWindow, PRIVATE_WINDOWS_SHARE } from '../../lib/platform/private-window';
import {
  appearanceItem,
  defaultModelItem,
  favouriteModelsItem,
  modelListsItem,
  recentModelsItem,
  grantedTabsItem,
  lastChatItem,
  lastPrivateChatItem,
  memoryRevisionItem,
  pendingQuestionsItem,
  providersItem,
  siteRulesItem,
  timeLimitsItem,
  keepThoughtsOpenItem,
  wrapCodeItem,
} from '../../lib/storage/settings';
import { createLateSource } from '../../lib/panel/late-source';
import type { PanelServices } from '../../lib/panel/panel-services';
import { PanelStorage } from '../../lib/panel/panel-storage.svelte';
import { StoredItem } from '../../lib/panel/stored-item.svelte';

/** Builds a panel's services over the real browser. */
export async function openPanelServices(): Promise<PanelServices> {
  // Dexie is read while the panel is built.
  const databaseCode = import('./open-database');
  const [window, ownTab] = await Promise.all([browser.windows.getCurrent(), browser.tabs.getCurrent()]);
  const isPrivate = isInPrivateWindow();
  const isInMemory = isPrivate && PRIVATE_WINDOWS_SHARE;
  const name = isInMemory ? PRIVATE_PANEL_PORT : PANEL_PORT;
  const client = createEngineClient(() => portChannel(browser.runtime.connect({ name })));
  return {
    client,
    storage: new PanelStorage({
      client,
      openDatabase: (onUnreadable) =>
        createLateSource(databaseCode.then(({ openDatabase }) => openDatabase(onUnreadable))),
      onMemoryChange: (listener) => memoryRevisionItem.watch(listener),
      initial: isInMemory ? { kind: 'private' } : { kind: 'database', missing: 0 },
    }),
    providers: new StoredItem(providersItem),
    defaultModel: new StoredItem(defaultModelItem),
    modelLists: new StoredItem(modelListsItem),
    favouriteModels: new StoredItem(favouriteModelsItem),
    recentModels: new StoredItem(recentModelsItem),
    appearance: new StoredItem(appearanceItem),
    lastChat: new StoredItem(isPrivate ? lastPrivateChatItem : lastChatItem),
    pendingQuestions: new StoredItem(pendingQuestionsItem),
    timeLimits: new StoredItem(timeLimitsItem),
    keepThoughtsOpen: new StoredItem(keepThoughtsOpenItem),
    wrapCode: new StoredItem(wrapCodeItem),
    builtIn: BUILT_IN_PROVIDER,
    version: browser.runtime.getManifest().version,
    inTab: ownTab !== undefined,
    windowId: window.id ?? null,
    currentTab,
    onPageChange(listener) {
      const leaveTabs = onCurrentTabChange(listener);
      const leaveGrants = grantedTabsItem.watch(listener);
      browser.permissions.onAdded.addListener(listener);
      return () => {
        leaveTabs();
        leaveGrants();
        browser.permissions.onAdded.removeListener(listener);
      };
    },
    siteRules: new StoredItem(siteRulesItem),
    hasSite: hasHostAccess,
    requestSite: requestHostAccess,
    requestAllSites: () => browser.permissions.request({ origins: ['https://*/*', 'http://*/*'] }),
    requestDataCollection,
    openSettings: () => void browser.runtime.openOptionsPage(),
    openInTab: () => void browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }),
  };
}
