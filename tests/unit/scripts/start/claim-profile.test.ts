import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimProfile } from '../../../../scripts/start/claim-profile';

describe('claiming a profile', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aside-claim-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('a free one is ours, in a folder that need not exist', async () => {
    const profile = join(folder, 'a', 'b');
    expect(await claimProfile(profile)).toBe(true);
    expect(await readFile(join(profile, 'claimed-by'), 'utf8')).toBe(String(process.pid));
  });

  test('one that a living process has is not', async () => {
    await writeFile(join(folder, 'claimed-by'), String(process.ppid));
    expect(await claimProfile(folder)).toBe(false);
  });

  test.each(['', 'nonsense', '-1', '99999999'])(
    'a claim of "%s" is left over and does not count',
    async (claim) => {
      await writeFile(join(folder, 'claimed-by'), claim);
      expect(await claimProfile(folder)).toBe(true);
    },
  );
});
