import { storage } from 'wxt/utils/storage';
import type { KeyRow } from './schema';
import type { SessionArea } from './session-mirror';
import { memoryRevisionItem } from './settings';

/** The browser's session storage. */
export const browserSession: SessionArea = {
  load: () => storage.snapshot('session'),
  save: (rows) => storage.setItems(rows.map(({ key, value }) => ({ key: `session:${key}`, value }))),
  remove: (keys) => storage.removeItems(keys.map((key) => `session:${key}` as const)),
  announce: () => memoryRevisionItem.setValue(crypto.randomUUID()),
};

/** Keys that the database did not take, for this session of the browser. Only the background may import this. */
export const sessionKeysItem = storage.defineItem<readonly KeyRow[]>('session:keys', { fallback: [] });
