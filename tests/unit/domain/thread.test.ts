import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../lib/domain/chat';
import { branchTo, groupVersions, newestLeaf, shareMessages } from '../../../lib/domain/thread';
import { answerRow, messageIdOf, questionRow, snapshotIdOf } from '../../support/rows';

const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);

const q1 = questionRow('q1', null);
const a1 = answerRow('a1', 'q1', { createdAt: 1 });
const a2 = answerRow('a2', 'q1', { createdAt: 2 });
const q2 = questionRow('q2', 'a1', { createdAt: 3 });
const a3 = answerRow('a3', 'q2', { createdAt: 4 });
const all = [a3, q2, a2, a1, q1];

describe('branchTo', () => {
  test('walks from the root to the leaf, past other versions', () => {
    expect(ids(branchTo(all, a3.id))).toEqual(['q1', 'a1', 'q2', 'a3']);
    expect(ids(branchTo(all, a2.id))).toEqual(['q1', 'a2']);
    expect(branchTo(all, null)).toEqual([]);
  });

  test('ends where a row is missing', () => {
    expect(ids(branchTo([a3, q2], a3.id))).toEqual(['q2', 'a3']);
    expect(branchTo(all, messageIdOf('gone'))).toEqual([]);
  });
});

describe('versions', () => {
  test('are those with the same parent and role, oldest first', () => {
    expect(ids(groupVersions(all)(a2))).toEqual(['a1', 'a2']);
    const twins = [answerRow('z', 'q1', { createdAt: 2 }), ...all];
    expect(ids(groupVersions(twins)(a1))).toEqual(['a1', 'a2', 'z']);
    expect(ids(groupVersions(all)(q1))).toEqual(['q1']);
  });
});

describe('shareMessages', () => {
  test('keeps the objects of rows that stayed equal, and no others', () => {
    const page = { snapshotId: snapshotIdOf('s'), title: 'A page', url: 'https://example.com' };
    const before = [questionRow('q1', null, { page }), a1, a2];
    const after = structuredClone([...before, q2]);
    after[1] = { ...a1, status: 'stopped' };
    const shared = shareMessages(before, after);
    expect(shared).toEqual(after);
    expect(shared.map((row) => before.includes(row))).toEqual([true, false, true, false]);
    const moved = [questionRow('q1', null, { page: { ...page, title: 'Another' } })];
    expect(shareMessages(before, moved)[0]).toBe(moved[0]);
  });
});

describe('newestLeaf', () => {
  test('goes down by the newest child', () => {
    expect(newestLeaf(all, q1.id)).toBe('a2');
    expect(newestLeaf(all, a1.id)).toBe('a3');
    expect(newestLeaf(all, messageIdOf('gone'))).toBe('gone');
  });
});

describe('a tree that is none', () => {
  test('loops nobody, whatever the parents are', () => {
    const rows = fc.array(fc.tuple(fc.nat(5), fc.option(fc.nat(5)), fc.nat(3)), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (parents) => {
        const messages = parents.map(([id, parent, createdAt]) =>
          questionRow(`m${id}`, parent === null ? null : `m${parent}`, { createdAt }),
        );
        for (const { id } of messages) {
          expect(branchTo(messages, id).length).toBeLessThanOrEqual(messages.length);
          expect(ids(messages)).toContain(newestLeaf(messages, id));
        }
      }),
    );
  });
});
