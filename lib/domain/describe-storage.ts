import { plural } from '../words/plural';
import type { StorageProblem, StorageState } from './storage-state';

/** What a banner about the storage says and offers. */
export interface DescribedStorage {
  readonly title: string;
  readonly detail: string;
  /** What helps: to try again, to take note, or nothing. An export is offered with the first and the last. */
  readonly help: 'retry' | 'accept' | null;
}

const MEMORY = 'You can go on: what you write now stays until the browser closes.';

const PROBLEMS: Readonly<Record<StorageProblem, string>> = {
  unusable: 'Aside’s storage could not be used.',
  full: 'There is no room left to store chats.',
  newer: 'Your chats were stored by a newer version of Aside.',
  blocked: 'Another page of Aside, from before its update, keeps the storage busy.',
};

const HELP: Readonly<Record<StorageProblem, string>> = {
  unusable: 'What was stored before is left as it is.',
  full: 'Make room on the disk, then try again.',
  newer: 'Update Aside to add to them; until then they can be read.',
  blocked: 'Close Aside’s other tabs and panels, then try again.',
};

/**
 * Puts the state of the storage into plain words; null where all is well. `unread` is the number of stored items that
 * could not be read.
 */
export function describeStorage(state: StorageState, unread: number): DescribedStorage | null {
  if (state.kind === 'memory') {
    return { title: PROBLEMS[state.problem], detail: `${MEMORY} ${HELP[state.problem]}`, help: 'retry' };
  }
  if (state.kind === 'database' && state.missing > 0) {
    return {
      title: plural(state.missing, [
        'One stored chat is gone: the browser could not read its own files any more and removed them.',
        '# stored chats are gone: the browser could not read its own files any more and removed them.',
      ]),
      detail: 'What is left, and new chats, are stored as usual.',
      help: 'accept',
    };
  }
  if (unread === 0) return null;
  return {
    title: plural(unread, ['One stored item could not be read.', '# stored items could not be read.']),
    detail: 'They are left as they are; everything else works as usual.',
    help: null,
  };
}
