import { ChatFailure } from '../../domain/errors';
import { DEFAULT_AUTO_LOCK_MINUTES, NO_KEY_LOCK, type KeyLockView } from '../../domain/key-lock';
import type { AsideDatabase, KeyRow, LockRow } from '../schema';
import { unwrapKey, wrapKey } from './passphrase';
import { importSealingKey, newKeyBytes, seal, unseal, type Sealed } from './seal';
import { openRow, sealRow } from './sealed-row';
import type { SessionKey } from './session-key';

/** The tables of keys. */
export type KeyDatabase = Pick<AsideDatabase, 'keys' | 'locks' | 'transaction'>;

/** What the browser's memory holds while the keys are open. */
export interface OpenLock {
  /** The bytes of the sealing key, sealed by the session key. */
  readonly bytes: Sealed;
  /** When the keys lock, if they are not used before; null: when the browser closes. */
  readonly until: number | null;
}

interface OpenLockItem {
  getValue(): Promise<OpenLock | null>;
  setValue(open: OpenLock | null): Promise<void>;
}

interface KeyLockDependencies {
  /** Resolves to the database once it can be used. */
  readonly database: () => Promise<KeyDatabase>;
  readonly session: OpenLockItem;
  readonly sessionKey: SessionKey;
  readonly onChange: (view: KeyLockView) => void;
  readonly now?: () => number;
}

/** The passphrase over the keys. Every change of it concerns all keys or, where it fails, none. */
export interface KeyLock {
  view(): Promise<KeyLockView>;
  /** Tells `onChange` how it stands. */
  announce(): Promise<void>;
  /** What rows are sealed with, noted as a use; null: no passphrase. Rejects with `keys-locked`. */
  sealingKey(): Promise<CryptoKey | null>;
  /** Resolves to false where the passphrase is another. */
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
  /** Sets the first passphrase, or another one; false: `current` is not the one there is. */
  set(passphrase: string, current: string | null): Promise<boolean>;
  /** Stores the keys without a passphrase again; false: `current` is not the one there is. */
  remove(current: string): Promise<boolean>;
  /** Takes the passphrase away with every key that it seals. */
  forget(): Promise<void>;
  setAutoLock(minutes: number | null): Promise<void>;
}

type PassphraseRow = Extract<LockRow, { id: 'passphrase' }>;

const CONTEXT = 'the sealing key';

/** A use moves the time of locking only this far, in ms: not every request needs to be written down. */
const NOTED_AFTER_MS = 10_000;

/** Makes the lock over the tables of keys. Calls that change something must not overlap. */
export function createKeyLock(dependencies: KeyLockDependencies): KeyLock {
  const { database, session, sessionKey, onChange, now = Date.now } = dependencies;
  let opened: { readonly bytes: string; readonly key: CryptoKey } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function passphraseRow(): Promise<PassphraseRow | undefined> {
    const { locks } = await database();
    return (await locks.get('passphrase')) as PassphraseRow | undefined;
  }

  /** The sealing key while it is open and its time is not over. */
  async function openKey(row: PassphraseRow): Promise<CryptoKey | null> {
    const held = await session.getValue();
    if (held === null) return null;
    if (held.until !== null && held.until <= now()) {
      await close();
      return null;
    }
    if (opened?.bytes !== held.bytes.data) {
      const bytes = await unseal(await sessionKey.get(), held.bytes, CONTEXT).catch(() => null);
      if (bytes === null) return null;
      opened = { bytes: held.bytes.data, key: await importSealingKey(Uint8Array.fromBase64(bytes)) };
    }
    const until = deadline(row.autoLockMinutes);
    if (until === null || held.until === null || until - held.until > NOTED_AFTER_MS) {
      if (until !== held.until) await session.setValue({ ...held, until });
    }
    watchDeadline(until);
    return opened.key;
  }

  function deadline(minutes: number | null): number | null {
    return minutes === null ? null : now() + minutes * 60_000;
  }

  /** Forgets the key in time where the background lives that long; else its next start does. */
  function watchDeadline(until: number | null): void {
    clearTimeout(timer);
    if (until === null) return;
    timer = setTimeout(() => void tell().catch(console.error), until - now() + 50);
  }

  async function hold(bytes: Uint8Array<ArrayBuffer>, minutes: number | null): Promise<void> {
    const held = {
      bytes: await seal(await sessionKey.get(), bytes.toBase64(), CONTEXT),
      until: deadline(minutes),
    };
    opened = { bytes: held.bytes.data, key: await importSealingKey(bytes) };
    await session.setValue(held);
    watchDeadline(held.until);
  }

  async function close(): Promise<void> {
    opened = null;
    clearTimeout(timer);
    await session.setValue(null);
  }

  async function view(): Promise<KeyLockView> {
    const row = await passphraseRow();
    if (row === undefined) return NO_KEY_LOCK;
    const held = await session.getValue();
    const isOpen = held !== null && (held.until === null || held.until > now());
    if (!isOpen && held !== null) await close();
    return { state: isOpen ? 'open' : 'locked', autoLockMinutes: row.autoLockMinutes };
  }

  async function tell(): Promise<void> {
    onChange(await view());
  }

  /** Writes every stored key anew and the lock with them, or nothing of it. */
  async function rewrite(change: (row: KeyRow) => Promise<KeyRow>, lock: PassphraseRow | null): Promise<void> {
    const tables = await database();
    const rows = (await tables.keys.toArray()).filter(({ session: isSession }) => isSession !== true);
    // A transaction ends while anything else is awaited.
    const changed = await Promise.all(rows.map(change));
    await tables.transaction('rw', tables.keys, tables.locks, async () => {
      await tables.keys.bulkPut(changed);
      if (lock === null) await tables.locks.delete('passphrase');
      else await tables.locks.put(lock);
    });
  }

  /** The sealing key by its passphrase; null: it is another. */
  async function keyBy({ wrapped }: PassphraseRow, passphrase: string): Promise<CryptoKey | null> {
    const bytes = await unwrapKey(wrapped, passphrase);
    return bytes === null ? null : importSealingKey(bytes);
  }

  return {
    view,
    announce: tell,
    async sealingKey() {
      const row = await passphraseRow();
      if (row === undefined) return null;
      const key = await openKey(row);
      if (key !== null) return key;
      await tell();
      throw new ChatFailure({ kind: 'keys-locked' });
    },
    async unlock(passphrase) {
      const row = await passphraseRow();
      if (row === undefined) return true;
      const bytes = await unwrapKey(row.wrapped, passphrase);
      if (bytes === null) return false;
      await hold(bytes, row.autoLockMinutes);
      await tell();
      return true;
    },
    async lock() {
      await close();
      await tell();
    },
    async set(passphrase, current) {
      const row = await passphraseRow();
      const old = row === undefined ? null : await keyBy(row, current ?? '');
      // Asked again after a broken port, this was done before.
      if (row !== undefined && old === null) return (await unwrapKey(row.wrapped, passphrase)) !== null;
      const bytes = newKeyBytes();
      const wrapped = await wrapKey(bytes, passphrase);
      const key = await importSealingKey(bytes);
      const autoLockMinutes = row === undefined ? DEFAULT_AUTO_LOCK_MINUTES : row.autoLockMinutes;
      await rewrite(async (one) => sealRow(old === null ? one : await openRow(one, old), key), {
        id: 'passphrase',
        wrapped,
        autoLockMinutes,
      });
      await hold(bytes, autoLockMinutes);
      await tell();
      return true;
    },
    async remove(current) {
      const row = await passphraseRow();
      if (row === undefined) return true;
      const key = await keyBy(row, current);
      if (key === null) return false;
      await rewrite((one) => openRow(one, key), null);
      await close();
      await tell();
      return true;
    },
    async forget() {
      const tables = await database();
      await tables.transaction('rw', tables.keys, tables.locks, async () => {
        await tables.keys.clear();
        await tables.locks.delete('passphrase');
      });
      await close();
      await tell();
    },
    async setAutoLock(minutes) {
      const row = await passphraseRow();
      if (row === undefined) return;
      const { locks } = await database();
      await locks.put({ ...row, autoLockMinutes: minutes });
      const held = await session.getValue();
      if (held !== null) await session.setValue({ ...held, until: deadline(minutes) });
      watchDeadline(held === null ? null : deadline(minutes));
      await tell();
    },
  };
}
