import { defineBackground } from 'wxt/utils/define-background';
import { createPageSource } from '../../lib/engine/capture-page';
import { createChatCommands } from '../../lib/engine/chat-commands';
import { createChatEngine } from '../../lib/engine/chat-engine';
import { settleDeadRuns } from '../../lib/engine/settle-dead-runs';
import { isOwnPage } from '../../lib/messaging/accept-sender';
import { hostPanel } from '../../lib/messaging/panel-host';
import { portChannel } from '../../lib/messaging/port-channel';
import { PANEL_PORT } from '../../lib/messaging/protocol';
import { createPageSource as createTabReader } from '../../lib/page/read-tab';
import { browser } from '../../lib/platform/browser';
import { createKeepAlive } from '../../lib/platform/keep-alive';
import { createUpdateGate } from '../../lib/platform/updates';
import { createChatStore } from '../../lib/storage/chat-store';
import { createKeyStore } from '../../lib/storage/key-store';
import { AsideDatabase } from '../../lib/storage/schema';
import { listenForGestures } from './gestures';
import { createRequestHandlers } from './request-handlers';
import { createModelResolver } from './resolve-model';

/** Deleted chats and unused page previews stay this long, so that Undo works. */
const PURGE_AFTER_MS = 60 * 60 * 1000;

export default defineBackground(() => {
  const ownerId = crypto.randomUUID();
  const database = new AsideDatabase();
  const store = createChatStore(database);
  const keys = createKeyStore(database);
  const tabs = createTabReader();
  const pages = createPageSource({ store, readTab: tabs.read });
  const keepAlive = createKeepAlive();
  const updates = createUpdateGate();
  const engine = createChatEngine({
    store,
    pages,
    resolveModel: createModelResolver(keys),
    ownerId,
    onActivity: (active) => {
      keepAlive(active);
      updates.answering(active);
    },
  });
  const commands = createChatCommands({ store, engine });

  const settled = settleDeadRuns(store, ownerId, Date.now());
  void settled.then(() => store.purgeDeleted(Date.now() - PURGE_AFTER_MS)).catch(console.error);

  const handlers = createRequestHandlers({ store, keys, pages, engine, commands, settled });
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/') };
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PANEL_PORT || !isOwnPage(port.sender, own)) return port.disconnect();
    port.onMessage.addListener(updates.asked);
    hostPanel(portChannel(port), handlers);
  });

  listenForGestures(tabs.readSelection);
});
