import type { KeyDatabase } from './key-lock';
import { importSealingKey, newKeyBytes } from './seal';

/** The key that seals what the browser's memory keeps. */
export interface SessionKey {
  /** Makes it when it is first needed. Rejects where the database can't be used. */
  get(): Promise<CryptoKey>;
  /** Looks for it anew when it is next needed: the database is another one. */
  forget(): void;
}

/**
 * Makes the holder of the session key. It is kept in the database as an object that gives its bytes to no script, and
 * what it seals is kept in the browser's memory alone: neither is worth anything without the other.
 */
export function createSessionKey(database: () => Promise<KeyDatabase>): SessionKey {
  let held: Promise<CryptoKey> | undefined;

  async function find(): Promise<CryptoKey> {
    const { locks } = await database();
    const stored = await locks.get('session');
    if (stored?.id === 'session') return stored.key;
    const key = await importSealingKey(newKeyBytes());
    await locks.put({ id: 'session', key });
    return key;
  }

  return {
    get() {
      held ??= find().catch((reason: unknown) => {
        held = undefined;
        throw reason;
      });
      return held;
    },
    forget() {
      held = undefined;
    },
  };
}
