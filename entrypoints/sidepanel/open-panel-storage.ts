import { createEngineClient, type EngineClient } from '../../lib/messaging/engine-client';
import { portChannel } from '../../lib/messaging/port-channel';
import { PANEL_PORT, PRIVATE_PANEL_PORT } from '../../lib/messaging/protocol';
import { TEMPORARY_PANEL_PORT } from '../../lib/messaging/temporary-requests';
import { createLateSource } from '../../lib/panel/late-source';
import { PanelStorage } from '../../lib/panel/panel-storage.svelte';
import { browser } from '../../lib/platform/browser';
import { isInPrivateWindow, PRIVATE_WINDOWS_SHARE } from '../../lib/platform/private-window';
import { memoryRevisionItem } from '../../lib/storage/settings';

/** Where a page of Aside's reads chats, and its line to the background. */
export interface OpenedStorage {
  readonly client: EngineClient;
  readonly storage: PanelStorage;
  readonly isPrivate: boolean;
}

/** Opens a line to the temporary chats, which the background alone has. */
export function openTemporaryStorage(): Pick<OpenedStorage, 'client' | 'storage'> {
  const client = createEngineClient(() => portChannel(browser.runtime.connect({ name: TEMPORARY_PANEL_PORT })));
  const storage = new PanelStorage({
    client,
    openDatabase: () => {
      throw new Error('Temporary chats have no database.');
    },
    onMemoryChange: (listener) => memoryRevisionItem.watch(listener),
    initial: { kind: 'private' },
  });
  return { client, storage };
}

/** Opens the chats of the window that this page is in. */
export function openPanelStorage(): OpenedStorage {
  // Dexie is read while the page is built.
  const databaseCode = import('./open-database');
  const isPrivate = isInPrivateWindow();
  const isInMemory = isPrivate && PRIVATE_WINDOWS_SHARE;
  const name = isInMemory ? PRIVATE_PANEL_PORT : PANEL_PORT;
  const client = createEngineClient(() => portChannel(browser.runtime.connect({ name })));
  const storage = new PanelStorage({
    client,
    openDatabase: (onUnreadable) =>
      createLateSource(databaseCode.then(({ openDatabase }) => openDatabase(onUnreadable))),
    onMemoryChange: (listener) => memoryRevisionItem.watch(listener),
    initial: isInMemory ? { kind: 'private' } : { kind: 'database', missing: 0 },
  });
  return { client, storage, isPrivate };
}
