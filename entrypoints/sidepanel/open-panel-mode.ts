import type { ChatId, ProviderId } from '../../lib/domain/ids';
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
  privateSpendingItem,
  seenBudgetNoticeItem,
  spendingBookItem,
  spendingBudgetItem,
  tokenRatiosItem,
  temporaryItems,
  wrapCodeItem,
} from '../../lib/storage/settings';
import { StoredItem } from '../../lib/panel/stored-item.svelte';
import { PanelMode } from '../../lib/panel/temporary/panel-mode.svelte';
import { placeOf } from '../../lib/platform/panel-place';
import { isInPrivateWindow } from '../../lib/platform/private-window';
import { openPanelStorage, openTemporaryStorage } from './open-panel-storage';

/** Builds a panel's services over the real browser, for what was on view here. */
export async function openPanelMode(): Promise<PanelMode> {
  const isPrivate = isInPrivateWindow();
  // Begun before it is known where this page is.
  let early: ReturnType<typeof openPanelStorage> | null = openPanelStorage();
  const [window, ownTab] = await Promise.all([browser.windows.getCurrent(), browser.tabs.getCurrent()]);
  const windowId = window.id ?? null;
  const common = {
    providers: new StoredItem(providersItem),
    defaultModel: new StoredItem(defaultModelItem),
    modelLists: new StoredItem(modelListsItem),
    favouriteModels: new StoredItem(favouriteModelsItem),
    recentModels: new StoredItem(recentModelsItem),
    parameters: new StoredItem(parametersItem),
    personas: new StoredItem(personasItem),
    appearance: new StoredItem(appearanceItem),
    pendingQuestions: new StoredItem(pendingQuestionsItem),
    timeLimits: new StoredItem(timeLimitsItem),
    keepThoughtsOpen: new StoredItem(keepThoughtsOpenItem),
    wrapCode: new StoredItem(wrapCodeItem),
    builtIn: BUILT_IN_PROVIDER,
    version: browser.runtime.getManifest().version,
    inTab: ownTab !== undefined,
    windowId,
    currentTab,
    onPageChange(listener: () => void) {
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
    openKeyEntry: (providerId: ProviderId) =>
      void browser.tabs.create({
        url: `${browser.runtime.getURL('/options.html')}#key=${encodeURIComponent(providerId)}`,
      }),
    spendingBudget: new StoredItem(spendingBudgetItem),
    spending: new StoredItem(spendingBookItem),
    privateSpending: new StoredItem(privateSpendingItem),
    tokenRatios: new StoredItem(tokenRatiosItem),
    seenBudgetNotice: new StoredItem(seenBudgetNoticeItem),
    openBudget: () => void browser.tabs.create({ url: browser.runtime.getURL('/options.html#budget') }),
    keyLock: new StoredItem(keyLockItem),
    openInTab: () => void browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }),
    openPrint: (chatId: ChatId) =>
      void browser.tabs.create({ url: `${browser.runtime.getURL('/print.html')}#${encodeURIComponent(chatId)}` }),
  };
  return PanelMode.open({
    common,
    lastChat: new StoredItem(isPrivate ? lastPrivateChatItem : lastChatItem),
    connect(temporary) {
      if (temporary) return openTemporaryStorage();
      const opened = early ?? openPanelStorage();
      early = null;
      return opened;
    },
    // All chats of a private window end with it.
    items: isPrivate ? null : temporaryItems(placeOf(windowId, ownTab?.id)),
  });
}
