import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRestored } from '../e2e/support/expect-restored.ts';
import { makeBackedUpChats, restoreAfter, restoreAfterSeed } from '../e2e/support/restore-backup.ts';
import { FAMILIES } from '../e2e/support/use-aside.ts';
import { breakFirefoxValue } from '../support/corrupt-database.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

describe.each(FAMILIES)('the backup in %s', (family) => {
  let stored: string;
  const outcomes: string[] = [];
  beforeAll(async () => {
    stored = await makeBackedUpChats(family);
  });
  afterAll(async () => {
    await rm(stored, { recursive: true, force: true });
    console.log(`${family}:\n${outcomes.join('\n')}`);
  });

  test.each(SEEDS)('seed %i: every chat comes back whole', async (seed) => {
    const restored = await restoreAfterSeed(family, stored, seed);
    const { damage, banner, outcome, threads } = restored;
    const there = threads.filter((thread) => thread !== null).length;
    outcomes.push(`${seed}. ${damage}: ${there} of 3. ${outcome} (${banner || 'nothing was noticed'})`);
    expectRestored(restored);
  });

  test.runIf(family === 'firefox')('a row that cannot be read is mended', async () => {
    const restored = await restoreAfter(family, stored, breakFirefoxValue);
    expect(restored.banner).toContain('One stored item could not be read.');
    expect(restored.outcome).toBe('One chat is back, or whole again, from the backup.');
    expectRestored(restored);
  });
});
