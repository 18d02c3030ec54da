import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryChatStore } from '../../support/memory-chat-store';
import { seeded } from '../../support/random';
import { walkTree } from '../../support/tree-walk';

test('no 1,000 random operations lose or orphan a message', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = seeded(seed);
      const number = (below: number) => Math.floor(random() * below);
      const end = await walkTree(createMemoryChatStore(), { dice: { number }, steps: 1000, checkEvery: 5 });
      expect(end.messages).toBeGreaterThan(20);
      expect(end.kills).toBeGreaterThan(10);
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
