import { defineBackground } from 'wxt/utils/define-background';
import { ruleFor } from '../../lib/domain/site-rules';
import { createSpendingKeeper } from '../../lib/engine/spending/spending-keeper';
import { isOwnPage } from '../../lib/messaging/accept-sender';
import { portChannel } from '../../lib/messaging/port-channel';
import { PANEL_PORT, PRIVATE_PANEL_PORT } from '../../lib/messaging/protocol';
import { TEMPORARY_PANEL_PORT } from '../../lib/messaging/temporary-requests';
import { createCarefulReader } from '../../lib/page/careful-reader';
import { createPageSource as createTabReader } from '../../lib/page/read-tab';
import { createAnyActive } from '../../lib/platform/any-active';
import { browser } from '../../lib/platform/browser';
import { createKeepAlive } from '../../lib/platform/keep-alive';
import { isInPrivateWindow } from '../../lib/platform/private-window';
import { createUpdateGate } from '../../lib/platform/updates';
import { browserSession, openLockItem, sessionKeysItem } from '../../lib/storage/browser-session';
import { createChatVault } from '../../lib/storage/chat-vault';
import { AsideDatabase } from '../../lib/storage/schema';
import { createIndexKeeper } from '../../lib/storage/search/keep-indexed';
import { mirrorToSession } from '../../lib/storage/session-mirror';
import {
  keyLockItem,
  languageItem,
  privateSpendingItem,
  siteRulesItem,
  spendingBookItem,
  spendingBudgetItem,
  storedChatsItem,
  tokenRatiosItem,
} from '../../lib/storage/settings';
import { chooseLanguage } from '../../lib/words/locale';
import { keepData, NO_DATA } from './data-handlers';
import { listenForGestures } from './gestures';
import { createModels } from './resolve-model';
import { serveChats } from './serve-chats';
import { servePrivateChats } from './serve-private-chats';
import { serveTemporaryChats } from './serve-temporary-chats';

/** A panel that opens comes first. */
const INDEX_AFTER_MS = 1_500;

export default defineBackground(() => {
  languageItem.getValue().then(chooseLanguage, console.warn);
  const tabs = createTabReader();
  const updates = createUpdateGate();
  const keepsAwake = createAnyActive(createKeepAlive());
  const holdsUpdate = createAnyActive(updates.answering);
  // Chrome's incognito has a background and a database of its own, which is in memory and ends with its window.
  const isIncognito = isInPrivateWindow();
  const vault = createChatVault({
    connect: () => new AsideDatabase(),
    sessionKeys: sessionKeysItem,
    keyLock: { session: openLockItem, onChange: (view) => void keyLockItem.setValue(view).catch(console.error) },
    witness: isIncognito ? null : storedChatsItem,
    keepRows: (rows) => mirrorToSession(rows, isIncognito ? null : 'shared', browserSession),
    onChange: () => data?.backup.wake(),
    onPurge: async (chatIds) => data?.backup.drop(chatIds).catch(console.warn),
  });
  // Nothing of an incognito window goes to the disk.
  const data = isIncognito ? null : keepData({ vault: () => vault, chats: () => chats, onActivity: keepsAwake });
  const common = {
    keys: vault.keys,
    readTab: createCarefulReader({ read: tabs.read, rules: () => siteRulesItem.getValue() }),
    mayRead: async (url: string) => ruleFor(await siteRulesItem.getValue(), url) !== 'never',
    readSelection: tabs.readSelection,
    ...createModels(vault.keys),
    ownerId: crypto.randomUUID(),
  };
  const spending = createSpendingKeeper({
    budget: spendingBudgetItem,
    book: spendingBookItem,
    privateBook: privateSpendingItem,
    tokenRatios: tokenRatiosItem,
  });
  const index = createIndexKeeper({ step: () => vault.indexMore(), onActivity: keepsAwake() });
  const chats = serveChats({
    ...common,
    vault,
    spending: isIncognito ? spending.private : spending.normal,
    activities: [keepsAwake(), holdsUpdate(), index.answering, ...(data ? [data.backup.answering] : [])],
    data: data?.handlers ?? NO_DATA,
  });
  const privateChats = servePrivateChats({
    ...common,
    spending: spending.private,
    data: NO_DATA,
    activities: [keepsAwake(), holdsUpdate()],
    // An update would empty the session storage, and with it what these windows show.
    onOpen: holdsUpdate(),
  });
  const temporaryChats = serveTemporaryChats({
    ...common,
    stored: vault.store,
    data: NO_DATA,
    // Sums by month and model, without a word.
    spending: spending.normal,
    activities: [keepsAwake(), holdsUpdate()],
    // As with private windows.
    onOpen: holdsUpdate(),
  });
  const services = new Map([
    [PANEL_PORT, chats],
    [PRIVATE_PANEL_PORT, privateChats],
    [TEMPORARY_PANEL_PORT, temporaryChats],
  ]);

  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/') };
  browser.runtime.onConnect.addListener((port) => {
    const service = services.get(port.name);
    if (service === undefined || !isOwnPage(port.sender, own)) return port.disconnect();
    port.onMessage.addListener(updates.asked);
    service.host(portChannel(port));
    void vault.keys.lock.announce().catch(() => undefined);
    // Once the panel is there.
    setTimeout(index.wake, INDEX_AFTER_MS);
    setTimeout(() => {
      data?.backup.wake();
      data?.deleteUnused();
    }, INDEX_AFTER_MS);
  });

  listenForGestures(tabs.readSelection);
});
