import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRestored } from './support/expect-restored.ts';
import { makeBackedUpChats, restoreAfterSeed } from './support/restore-backup.ts';
import { FAMILIES } from './support/use-aside.ts';

/** Of the seeds of tests/long/backup.test.ts: one that the browser does not open, and one that it does not read. */
const SEEDS = { chromium: [18], firefox: [3] } as const;

describe.each(FAMILIES)('the backup in %s', (family) => {
  let stored: string;
  beforeAll(async () => {
    stored = await makeBackedUpChats(family);
  });
  afterAll(() => rm(stored, { recursive: true, force: true }));

  test.each(SEEDS[family])('brings every chat back after damage %i to the database', async (seed) => {
    const restored = await restoreAfterSeed(family, stored, seed);
    expect(restored.banner).toMatch(/The backup of .+ holds 3 chats\./);
    expectRestored(restored);
  });
});
