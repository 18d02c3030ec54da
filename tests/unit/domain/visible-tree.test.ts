import { describe, expect, test } from 'vitest';
import type { Message } from '../../../lib/domain/chat';
import type { DeletionId } from '../../../lib/domain/ids';
import { leafAfter, liftOver, subtreeOf, visibleTree } from '../../../lib/domain/visible-tree';
import { answerRow, messageIdOf, questionRow } from '../../support/rows';

const gone = { deletion: { id: 'd' as DeletionId, at: 1 } };
const q1 = questionRow('q1', null);
const a1 = answerRow('a1', 'q1');
const q2 = questionRow('q2', 'a1');
const a2 = answerRow('a2', 'q2');
const b2 = answerRow('b2', 'q2', { createdAt: 3000 });
const q3 = questionRow('q3', 'a2');
const all = [q1, a1, q2, a2, b2, q3];

const without = (...ids: string[]): readonly Message[] =>
  all.map((message) => (ids.includes(message.id) ? { ...message, ...gone } : message));
const shape = (messages: readonly Message[]) => messages.map(({ id, parentId }) => `${id}<${parentId ?? ''}`);

describe('visibleTree', () => {
  test('is the very same while nothing is deleted', () => {
    expect(visibleTree(all)).toBe(all);
  });

  test('lets what follows deleted messages move up', () => {
    expect(shape(visibleTree(without('q2', 'a2', 'b2')))).toEqual(['q1<', 'a1<q1', 'q3<a1']);
    expect(shape(visibleTree(without('q1', 'a1')))).toEqual(['q2<', 'a2<q2', 'b2<q2', 'q3<a2']);
    expect(visibleTree(without('q3'))).toEqual([q1, a1, q2, a2, b2]);
  });

  test('is not looped by a cycle of deleted messages', () => {
    const x = questionRow('x', 'y', gone);
    const y = answerRow('y', 'x', gone);
    expect(shape(visibleTree([x, y, questionRow('z', 'x')]))).toEqual(['z<']);
  });
});

test('what stands where it stood is the very same object', () => {
  const lifted = liftOver(all, ({ id }) => id === 'a2');
  expect(lifted[0]).toBe(q1);
  expect(shape(lifted).at(-1)).toBe('q3<q2');
});

test('a subtree is a message with all that follows it', () => {
  expect(subtreeOf(all, q2.id).map(({ id }) => id)).toEqual(['q2', 'a2', 'b2', 'q3']);
  expect(subtreeOf(all, messageIdOf('no'))).toEqual([]);
});

describe('leafAfter', () => {
  const after = (leaf: string | null, ...ids: string[]) => {
    const left = visibleTree(without(...ids));
    return leafAfter(all, left, leaf === null ? null : messageIdOf(leaf));
  };

  test('stays where it is', () => {
    expect(after('q3', 'b2')).toBe('q3');
    expect(after(null, 'q3')).toBeNull();
    expect(after('purged', 'q3')).toBe('b2');
  });

  test('goes to the version beside what was deleted', () => {
    expect(after('q3', 'a2', 'q3')).toBe('b2');
    expect(after('b2', 'b2')).toBe('q3');
  });

  test('goes to what stood above, where nothing stands beside', () => {
    expect(after('q3', 'q2', 'a2', 'b2', 'q3')).toBe('a1');
    expect(after('q3', 'q1', 'a1', 'q2', 'a2', 'b2', 'q3')).toBeNull();
  });
});
