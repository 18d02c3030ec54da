import { BUILT_IN_PROVIDER } from '../../lib/domain/provider-config';
import { browser } from '../../lib/platform/browser';
import { currentTab, onCurrentTabChange } from '../../lib/platform/current-tab';
import { hasHostAccess, requestDataCollection, requestHostAccess } from '../../lib/platform/host-access';
import {
  appearanceItem,
  defaultModelItem,
  favouriteModelsItem,
  modelListsItem,
  parametersItem,
  personasItem,
  recentModelsItem,
  grantedTabsItem,
  lastChatItem,
  lastPrivateChatItem,
  pendingQuestionsItem,
  providersItem,
  siteRulesItem,
  timeLimitsItem,
  keepThoughtsOpenItem,
  keyLockItem,
  wrapCodeItem,
} from '../../lib/storage/settings';
import type { PanelServices } from '../../lib/panel/panel-services';
import { StoredItem } from '../../lib/panel/stored-item.svelte';
import { openPanelStorage } from './open-panel-storage';

/** Builds a panel's services over the real browser. */
export async function openPanelServices(): Promise<PanelServices> {
  const { client, storage, isPrivate } = openPanelStorage();
  const [window, ownTab] = await Promise.all([browser.windows.getCurrent(), browser.tabs.getCurrent()]);
  return {
    client,
    storage,
    providers: new StoredItem(providersItem),
    defaultModel: new StoredItem(defaultModelItem),
    modelLists: new StoredItem(modelListsItem),
    favouriteModels: new StoredItem(favouriteModelsItem),
    recentModels: new StoredItem(recentModelsItem),
    parameters: new StoredItem(parametersItem),
    personas: new StoredItem(personasItem),
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
    openKeyEntry: (providerId) =>
      void browser.tabs.create({
        url: `${browser.runtime.getURL('/options.html')}#key=${encodeURIComponent(providerId)}`,
      }),
    openBudget: () => void browser.tabs.create({ url: browser.runtime.getURL('/options.html#budget') }),
    keyLock: new StoredItem(keyLockItem),
    openInTab: () => void browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }),
    openPrint: (chatId) =>
      void browser.tabs.create({ url: `${browser.runtime.getURL('/print.html')}#${encodeURIComponent(chatId)}` }),
  };
}
