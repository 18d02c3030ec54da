import { expect, test } from 'vitest';
import { openDatabase } from '../../component/storage/open-database';
import { createChatStore } from '../../../lib/storage/chat-store';
import { seeded } from '../../support/random';
import { walkTree } from '../../support/tree-walk';

const SEEDS = [1, 2, 3, 4, 5, 9, 42, 1234, 77_777, 20_261_125];
const STEPS = 1_000;

test.each(SEEDS)(
  `no ${STEPS} random operations lose or orphan a message in a real database: seed %i`,
  { timeout: 600_000 },
  async (seed) => {
    const random = seeded(seed);
    const number = (below: number) => Math.floor(random() * below);
    const store = createChatStore(await openDatabase());
    const end = await walkTree(store, { dice: { number }, steps: STEPS, checkEvery: 50 });
    expect(end.messages).toBeGreaterThan(10);
  },
);
