import { storage } from 'wxt/utils/storage';
import type { SessionKeyRow } from './key-store';
import type { OpenLock } from './keys/key-lock';
import type { SessionArea } from './session-mirror';
import { memoryRevisionItem } from './settings';

/** The browser's session storage. */
export const browserSession: SessionArea = {
  load: () => storage.snapshot('session'),
  save: (rows) => storage.setItems(rows.map(({ key, value }) => ({ key: `session:${key}`, value }))),
  remove: (keys) => storage.removeItems(keys.map((key) => `session:${key}` as const)),
  announce: () => memoryRevisionItem.setValue(crypto.randomUUID()),
};

/** Keys that are kept for this session of the browser only. Only the background may import this. */
export const sessionKeysItem = storage.defineItem<readonly SessionKeyRow[]>('session:keys', { fallback: [] });

/** What opens the keys while their passphrase was given; null: locked, or there is none. Only for the background. */
export const openLockItem = storage.defineItem<OpenLock | null>('session:open-lock', { fallback: null });
