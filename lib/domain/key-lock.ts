/** How the passphrase over the keys stands, as pages may know it. */
export interface KeyLockView {
  /** `off`: there is no passphrase. */
  readonly state: 'off' | 'locked' | 'open';
  /** Minutes without a use after which keys lock; null: when the browser closes. */
  readonly autoLockMinutes: number | null;
}

/** Without a passphrase nothing is locked. */
export const NO_KEY_LOCK: KeyLockView = { state: 'off', autoLockMinutes: null };

/** What may be chosen for `autoLockMinutes`. */
export const AUTO_LOCK_MINUTES: readonly (number | null)[] = [5, 15, 60, 480, null];

/** What a new passphrase starts with. */
export const DEFAULT_AUTO_LOCK_MINUTES = 60;

/** Shortest passphrase that is taken, in characters. */
export const SHORTEST_PASSPHRASE = 8;
