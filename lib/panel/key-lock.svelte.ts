import type { KeyLockView } from '../domain/key-lock';
import type { EngineClient } from '../messaging/engine-client';
import type { StoredItem } from './stored-item.svelte';

/** The passphrase over the keys as a page shows it. What is typed goes to the background and is kept nowhere. */
export class KeyLock {
  #asked = $state(0);
  readonly #client: EngineClient;
  readonly #view: StoredItem<KeyLockView | null>;

  constructor(client: EngineClient, view: StoredItem<KeyLockView | null>) {
    this.#client = client;
    this.#view = view;
  }

  /** Null: the background has not told yet. */
  get state(): KeyLockView['state'] | null {
    return this.#view.current?.state ?? null;
  }

  get autoLockMinutes(): number | null {
    return this.#view.current?.autoLockMinutes ?? null;
  }

  /** How often somebody pressed “Unlock”: the field for the passphrase then takes the focus. */
  get asked(): number {
    return this.#asked;
  }

  ask(): void {
    this.#asked += 1;
  }

  /** Lets the background say how it stands. */
  async look(): Promise<void> {
    await this.#view.set(await this.#client.request({ type: 'key-lock' }));
  }

  /** Resolves to false where the passphrase is another. */
  unlock(passphrase: string): Promise<boolean> {
    return this.#client.request({ type: 'unlock-keys', passphrase });
  }

  async lock(): Promise<void> {
    await this.#client.request({ type: 'lock-keys' });
  }

  /** Sets the first passphrase (`current` null) or another one; false: `current` is not the one there is. */
  set(passphrase: string, current: string | null): Promise<boolean> {
    return this.#client.request({ type: 'set-passphrase', passphrase, current });
  }

  /** Resolves to false where the passphrase is another. */
  remove(current: string): Promise<boolean> {
    return this.#client.request({ type: 'remove-passphrase', current });
  }

  /** Takes the passphrase away, and every key with it. */
  async forget(): Promise<void> {
    await this.#client.request({ type: 'forget-passphrase' });
  }

  async setAutoLock(minutes: number | null): Promise<void> {
    await this.#client.request({ type: 'set-auto-lock', minutes });
  }
}
