import type { KeyStore } from './key-store';
import type { KeyRow } from './schema';

/** Keys in the browser's memory. */
export interface SessionKeys {
  getValue(): Promise<readonly KeyRow[]>;
  setValue(keys: readonly KeyRow[]): Promise<void>;
}

/** A key store that goes on without the database. */
export interface FailoverKeyStore extends KeyStore {
  /** Moves keys of the session to the database. Rejects with its error. */
  moveBack(): Promise<void>;
}

/** Makes a key store over the database's; where that fails, a key is kept until the browser closes. */
export function createFailoverKeyStore(disk: KeyStore, session: SessionKeys): FailoverKeyStore {
  async function forget(providerId: string): Promise<void> {
    const keys = await session.getValue();
    const others = keys.filter((key) => key.providerId !== providerId);
    if (others.length < keys.length) await session.setValue(others);
  }

  async function keyFor(...[providerId, host]: Parameters<KeyStore['keyFor']>): Promise<string | null> {
    const inSession = (await session.getValue()).find((key) => key.providerId === providerId);
    if (inSession !== undefined) return inSession.host === host ? inSession.value : null;
    return disk.keyFor(providerId, host).catch(() => null);
  }

  const store: FailoverKeyStore = {
    keyFor,
    has: async (providerId, host) => (await keyFor(providerId, host)) !== null,
    async save(providerId, host, value) {
      await forget(providerId);
      await disk.save(providerId, host, value).catch(async (reason: unknown) => {
        console.warn('Aside: a key is kept for this session only.', reason);
        await session.setValue([...(await session.getValue()), { providerId, host, value }]);
      });
    },
    async remove(providerId) {
      await forget(providerId);
      await disk.remove(providerId);
    },
    async moveBack() {
      for (const { providerId, host, value } of await session.getValue()) {
        await disk.save(providerId as Parameters<KeyStore['save']>[0], host, value);
        await forget(providerId);
      }
    },
  };
  return store;
}
