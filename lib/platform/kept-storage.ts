import type { KeptStorage } from '../domain/kept-storage';

/** The storage of this extension. */
export function createKeptStorage(storage: StorageManager = navigator.storage): KeptStorage {
  return {
    async state() {
      const [persistent, estimate] = await Promise.all([
        storage.persisted(),
        storage.estimate().catch(() => null),
      ]);
      return { persistent, bytes: estimate?.usage ?? null };
    },
    ask: () => storage.persist(),
  };
}
