import type { ProviderId } from '../domain/ids';
import type { AsideDatabase } from './schema';

/** Keys of providers, for the background alone. A key answers only for the host it was entered for. */
export interface KeyStore {
  save(providerId: ProviderId, host: string, value: string): Promise<void>;
  /** The key, or null where there is none for this host. */
  keyFor(providerId: ProviderId, host: string): Promise<string | null>;
  /** Whether a key is stored for this host, without giving it. */
  has(providerId: ProviderId, host: string): Promise<boolean>;
  remove(providerId: ProviderId): Promise<void>;
}

/** Makes the store over the table of keys. */
export function createKeyStore({ keys }: Pick<AsideDatabase, 'keys'>): KeyStore {
  async function keyFor(providerId: ProviderId, host: string): Promise<string | null> {
    const row = await keys.get(providerId);
    return row?.host === host ? row.value : null;
  }
  return {
    async save(providerId, host, value) {
      await keys.put({ providerId, host, value });
    },
    keyFor,
    async has(providerId, host) {
      return (await keyFor(providerId, host)) !== null;
    },
    async remove(providerId) {
      await keys.delete(providerId);
    },
  };
}
