import type { Credentials, GivenCredentials, KeyStatus } from '../domain/credentials';
import { ChatFailure } from '../domain/errors';
import type { ProviderId } from '../domain/ids';
import type { KeyDatabase, KeyLock } from './keys/key-lock';
import { mergeCredentials } from './keys/merge-credentials';
import { createOneByOne } from './keys/one-by-one';
import { credentialsOf, emptiedRow, openRow, plainRow, sealRow } from './keys/sealed-row';
import type { SessionKey } from './keys/session-key';
import type { KeyRow } from './schema';

/** Keys of providers, for the background alone. What is kept answers only for the host it was entered for. */
export interface KeyStore {
  /** Keeps what is given, beside what is stored for the same host. Rejects with `keys-locked`. */
  save(providerId: ProviderId, host: string, given: GivenCredentials): Promise<void>;
  /**
   * What goes with a request to a host, which may still be looked for; null where nothing is stored for this host.
   * Rejects with `keys-locked`, `key-lost`.
   */
  credentialsFor(providerId: ProviderId, host: string | Promise<string>): Promise<Credentials | null>;
  /** What there is for this host, without giving it. */
  status(providerId: ProviderId, host: string): Promise<KeyStatus>;
  remove(providerId: ProviderId): Promise<void>;
  /** Stores what the database did not take before. Rejects with its error. */
  moveBack(): Promise<void>;
  /** The passphrase over the keys. */
  readonly lock: KeyLock;
}

/** A row in the browser's memory. */
export interface SessionKeyRow extends KeyRow {
  /** It is here only because the database failed. */
  readonly stranded?: true;
}

/** Rows in the browser's memory. */
export interface SessionKeys {
  getValue(): Promise<readonly SessionKeyRow[]>;
  setValue(rows: readonly SessionKeyRow[]): Promise<void>;
}

interface KeyStoreDependencies {
  /** Resolves to the database once it can be used. */
  readonly database: () => Promise<KeyDatabase>;
  readonly session: SessionKeys;
  readonly sessionKey: SessionKey;
  readonly lock: KeyLock;
}

/** A row that counts, and whether it is memory's. */
interface FoundKey {
  readonly row: SessionKeyRow;
  readonly isHeld: boolean;
}

const NOTHING: KeyStatus = { kept: 'none', hasKey: false, headers: [], query: [] };

/** Makes the store over the database; where that fails, keys are kept until the browser closes. */
export function createKeyStore({ database, session, sessionKey, lock }: KeyStoreDependencies): KeyStore {
  const oneByOne = createOneByOne();

  async function inMemory(providerId: ProviderId): Promise<SessionKeyRow | undefined> {
    return (await session.getValue()).find((row) => row.providerId === providerId);
  }

  /** The row that counts: memory's before the database's. Rows of other hosts are none. */
  async function find(providerId: ProviderId, host: string | Promise<string>): Promise<FoundKey | undefined> {
    const stored = async () => (await database()).keys.get(providerId);
    const [held, kept, forHost] = await Promise.all([inMemory(providerId), stored().catch(() => undefined), host]);
    const row = held ?? kept;
    return row?.host === forHost ? { row, isHeld: held !== undefined } : undefined;
  }

  /** Where there is no database there is no lock either. */
  async function sealingKey(): Promise<CryptoKey | null> {
    return lock.sealingKey().catch((reason: unknown) => {
      if (reason instanceof ChatFailure) throw reason;
      return null;
    });
  }

  async function open(found: FoundKey): Promise<Credentials> {
    const { row, isHeld } = found;
    if (isLost(found)) throw new ChatFailure({ kind: 'key-lost', host: row.host });
    if (row.sealed === undefined) return credentialsOf(row);
    const key = await sealingKey();
    const opener = isHeld ? await sessionKey.get() : key;
    if (opener === null) throw new ChatFailure({ kind: 'key-lost', host: row.host });
    const opened = await openRow(row, opener).catch((reason: unknown) => {
      throw new ChatFailure({ kind: 'key-lost', host: row.host }, { cause: reason });
    });
    return credentialsOf(opened);
  }

  async function forget(providerId: ProviderId): Promise<void> {
    const rows = await session.getValue();
    const others = rows.filter((row) => row.providerId !== providerId);
    if (others.length < rows.length) await session.setValue(others);
  }

  async function hold(row: SessionKeyRow): Promise<void> {
    await forget(row.providerId as ProviderId);
    await session.setValue([...(await session.getValue()), row]);
  }

  async function keepForSession(row: KeyRow): Promise<void> {
    const sealed = await sessionKey.get().then(
      (key) => sealRow(row, key),
      () => row,
    );
    await hold({ ...sealed, session: true });
    // The next session is told that there was one.
    const marker: KeyRow = { ...emptiedRow(row), session: true };
    await database()
      .then(({ keys }) => keys.put(marker))
      .catch((reason: unknown) =>
        console.warn('Aside: it was not noted that a key ends with the session.', reason),
      );
  }

  async function store(row: KeyRow, key: CryptoKey | null): Promise<void> {
    const stored = key === null ? row : await sealRow(row, key);
    await (await database()).keys.put(stored);
    await forget(row.providerId as ProviderId);
  }

  async function save(providerId: ProviderId, host: string, given: GivenCredentials): Promise<void> {
    const key = await sealingKey();
    const before = await find(providerId, host);
    const known = before === undefined || isLost(before) ? null : await open(before);
    const row = plainRow({ providerId, host }, mergeCredentials(known, given));
    if (given.session ?? before?.row.session ?? false) return keepForSession(row);
    await store(row, key).catch(async (reason: unknown) => {
      console.warn('Aside: a key is kept for this session only.', reason);
      await hold({ ...row, stranded: true });
    });
  }

  return {
    lock: {
      ...lock,
      set: (...given) => oneByOne(() => lock.set(...given)),
      remove: (...given) => oneByOne(() => lock.remove(...given)),
      setAutoLock: (minutes) => oneByOne(() => lock.setAutoLock(minutes)),
      forget: () =>
        oneByOne(async () => {
          await lock.forget();
          await session.setValue([]);
        }),
    },
    save: (...given) => oneByOne(() => save(...given)),
    async credentialsFor(providerId, host) {
      const found = await find(providerId, host);
      return found === undefined ? null : open(found);
    },
    async status(providerId, host) {
      const found = await find(providerId, host);
      if (found === undefined) return NOTHING;
      const { row } = found;
      return {
        kept: row.session !== true ? 'stored' : isLost(found) ? 'lost' : 'session',
        hasKey: row.hasKey ?? row.value !== '',
        headers: Object.keys(row.headers ?? {}),
        query: Object.keys(row.query ?? {}),
      };
    },
    remove: (providerId) =>
      oneByOne(async () => {
        await forget(providerId);
        await (await database()).keys.delete(providerId);
      }),
    moveBack: () =>
      oneByOne(async () => {
        const rows = (await session.getValue()).filter(({ stranded }) => stranded === true);
        for (const { stranded: _stranded, ...row } of rows) await store(row, await sealingKey());
      }),
  };
}

function isLost({ row, isHeld }: FoundKey): boolean {
  return row.session === true && !isHeld;
}
