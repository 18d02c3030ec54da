import { expect, test } from 'vitest';
import { describeStorage } from '../../../lib/domain/describe-storage';

const WELL = { kind: 'database', missing: 0 } as const;

test('says nothing while all is well, nor in a private window', () => {
  expect(describeStorage(WELL, 0)).toBeNull();
  expect(describeStorage({ kind: 'private' }, 0)).toBeNull();
});

test.each(['unusable', 'full', 'newer', 'blocked'] as const)(
  'says of a storage that is %s how long things stay, and offers to try again',
  (problem) => {
    const described = describeStorage({ kind: 'memory', problem }, 3);
    expect(described?.detail).toContain('what you write now stays until the browser closes');
    expect(described?.help).toBe('retry');
  },
);

test('says plainly how many chats the browser has lost', () => {
  expect(describeStorage({ kind: 'database', missing: 1 }, 0)?.title).toContain('One stored chat is gone');
  const described = describeStorage({ kind: 'database', missing: 2 }, 0);
  expect(described?.title).toContain('2 stored chats are gone');
  expect(described?.help).toBe('accept');
});

test('counts what could not be read', () => {
  expect(describeStorage(WELL, 1)?.title).toBe('One stored item could not be read.');
  expect(describeStorage(WELL, 2)).toMatchObject({ title: '2 stored items could not be read.', help: null });
});
