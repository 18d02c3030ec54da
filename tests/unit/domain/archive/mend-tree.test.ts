import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendTree } from '../../../../lib/domain/archive/mend-tree';
import { branchTo } from '../../../../lib/domain/thread';
import { messageIdOf, questionRow } from '../../../support/rows';

const rows = (...parents: readonly (string | null)[]) =>
  parents.map((parent, index) => questionRow(`m${index}`, parent, { createdAt: index }));

test('leaves a tree as it is', () => {
  const messages = rows(null, 'm0', 'm0', 'm1');
  expect(mendTree(messages, messageIdOf('m2'))).toEqual({ messages, leafId: 'm2', mended: 0 });
});

test('makes a branch of what follows nothing or itself, and takes the newest end where none is named', () => {
  const { messages, leafId, mended } = mendTree(rows(null, 'gone', 'm2'), messageIdOf('gone'));
  expect(messages.map(({ parentId }) => parentId)).toEqual([null, null, null]);
  expect([leafId, mended]).toEqual(['m2', 2]);
});

test('cuts a cycle in one place', () => {
  const { messages, mended } = mendTree(rows('m2', 'm0', 'm1', 'm2'), null);
  expect(mended).toBe(1);
  expect(messages.filter(({ parentId }) => parentId === null)).toHaveLength(1);
});

test('whatever follows whatever, nothing is lost and every walk ends at a beginning', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 20 }), (parents) => {
      const { messages, leafId } = mendTree(rows(...parents.map((parent) => `m${parent}`)), null);
      expect(messages).toHaveLength(parents.length);
      expect(messages.some(({ id }) => id === leafId)).toBe(true);
      for (const { id } of messages) expect(branchTo(messages, id)[0]?.parentId).toBeNull();
    }),
  );
});
