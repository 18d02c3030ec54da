import { expect, test } from 'vitest';
import { createChatStore } from '../../../lib/storage/chat-store';
import { seeded } from '../../support/random';
import { walkTree } from '../../support/tree-walk';
import { openDatabase } from './open-database';

/** All 1,000 take some seconds here; the memory store walks them in tests/unit/engine. */
const STEPS = 250;

test(
  `no ${STEPS} random operations lose or orphan a message in a real database`,
  { timeout: 60_000 },
  async () => {
    const random = seeded(9);
    const number = (below: number) => Math.floor(random() * below);
    const store = createChatStore(await openDatabase());
    const end = await walkTree(store, { dice: { number }, steps: STEPS, checkEvery: 20 });
    expect(end.messages).toBeGreaterThan(10);
  },
);
