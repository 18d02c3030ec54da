import { LOOPBACK_PATTERNS } from '../../lib/domain/local/local-servers';
import { BUILT_IN_PROVIDER } from '../../lib/domain/provider-config';
import type { ProviderId } from '../../lib/domain/ids';
import { createEngineClient } from '../../lib/messaging/engine-client';
import { portChannel } from '../../lib/messaging/port-channel';
import { PANEL_PORT } from '../../lib/messaging/protocol';
import type { SettingsServices } from '../../lib/panel/settings-services';
import { StoredItem } from '../../lib/panel/stored-item.svelte';
import { browser } from '../../lib/platform/browser';
import {
  allowedSites,
  disallowSite,
  hasHostAccess,
  requestDataCollection,
  requestHostAccess,
  requestPatterns,
} from '../../lib/platform/host-access';
import { languageModel } from '../../lib/platform/language-model';
import { readMachine } from '../../lib/platform/machine';
import { createKeptStorage } from '../../lib/platform/kept-storage';
import { uiLanguage } from '../../lib/platform/ui-language';
import {
  appearanceItem,
  autoDeleteItem,
  defaultModelItem,
  keyLockItem,
  languageItem,
  modelListsItem,
  parametersItem,
  personasItem,
  providersItem,
  promptActionsItem,
  siteRulesItem,
  spendingBookItem,
  spendingBudgetItem,
  timeLimitsItem,
} from '../../lib/storage/settings';

/** Builds the settings page's services over the real browser. */
export function openSettingsServices(): SettingsServices {
  return {
    client: createEngineClient(() => portChannel(browser.runtime.connect({ name: PANEL_PORT }))),
    providers: new StoredItem(providersItem),
    defaultModel: new StoredItem(defaultModelItem),
    modelLists: new StoredItem(modelListsItem),
    parameters: new StoredItem(parametersItem),
    personas: new StoredItem(personasItem),
    appearance: new StoredItem(appearanceItem),
    chosenLanguage: new StoredItem(languageItem),
    timeLimits: new StoredItem(timeLimitsItem),
    spendingBudget: new StoredItem(spendingBudgetItem),
    spending: new StoredItem(spendingBookItem),
    startsAtBudget: location.hash === '#budget',
    keyLock: new StoredItem(keyLockItem),
    enterKeyOf: new URLSearchParams(location.hash.slice(1)).get('key') as ProviderId | null,
    promptActions: new StoredItem(promptActionsItem),
    language: uiLanguage(),
    siteRules: new StoredItem(siteRulesItem),
    allowedSites,
    disallowSite,
    builtIn: BUILT_IN_PROVIDER,
    version: browser.runtime.getManifest().version,
    hasHostAccess,
    requestHostAccess,
    requestDataCollection,
    requestLoopbackAccess: () => requestPatterns(LOOPBACK_PATTERNS),
    machine: readMachine,
    languageModel: languageModel(),
    openWorkbench: () => void browser.tabs.create({ url: browser.runtime.getURL('/workbench.html') }),
    keptStorage: createKeptStorage(),
    autoDelete: new StoredItem(autoDeleteItem),
    async shortcuts() {
      const commands = await browser.commands.getAll();
      // The browser names them in its own language, which need not be the chosen one.
      return commands.map(({ name, shortcut }) => ({
        name: name === 'ask-selection' ? 'Ask about the selection' : 'Open Aside',
        keys: shortcut ?? '',
      }));
    },
  };
}
