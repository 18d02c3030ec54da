import type { StorageProblem, StorageState } from '../domain/storage-state';

/** Whether the database is used, and who wants to know. */
export interface StorageHealth {
  readonly state: StorageState;
  set(state: StorageState): void;
  /** Notes that the database can't be used for what was thrown; what is no fault of the storage is thrown again. */
  fail(reason: unknown): void;
  /** Calls back with every new state. Returns the way out. */
  onChange(listener: (state: StorageState) => void): () => void;
}

/** Makes the holder of a state. */
export function createStorageHealth(initial: StorageState): StorageHealth {
  const listeners = new Set<(state: StorageState) => void>();
  let state = initial;
  function set(next: StorageState): void {
    state = next;
    for (const listener of listeners) listener(next);
  }
  return {
    get state() {
      return state;
    },
    set,
    fail(reason) {
      const problem = storageProblemOf(reason);
      if (problem === null) throw reason;
      if (state.kind === 'private' || (state.kind === 'memory' && state.problem === problem)) return;
      console.warn('Aside: the database cannot be used; chats are kept in memory.', reason);
      set({ kind: 'memory', problem });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Thrown by our own checks of the database. */
export class StorageFailure extends Error {
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem) {
    super(`The database cannot be used: ${problem}.`);
    this.name = 'StorageFailure';
    this.problem = problem;
  }
}

/** Errors of the caller: a row that can't be stored, a mistake in the code. */
const CALLERS_FAULT = ['TypeError', 'DataCloneError', 'DataError', 'ConstraintError', 'RangeError', 'ChatFailure'];

/** What a failed call to the database says about it; null where the call itself was wrong. */
export function storageProblemOf(reason: unknown): StorageProblem | null {
  if (reason instanceof StorageFailure) return reason.problem;
  const names = namesOf(reason);
  if (names.includes('QuotaExceededError')) return 'full';
  if (names.includes('VersionError')) return 'newer';
  return names.some((name) => CALLERS_FAULT.includes(name)) ? null : 'unusable';
}

/** The names of an error and of those inside it. */
function namesOf(reason: unknown): readonly string[] {
  if (typeof reason !== 'object' || reason === null) return [];
  const { name, inner, cause } = reason as { name?: unknown; inner?: unknown; cause?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner), ...namesOf(cause)];
}
