import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { expectSurvival } from '../e2e/support/expect-survival.ts';
import { makeStoredChats, surviveCorruption } from '../e2e/support/survive-corruption.ts';
import { FAMILIES } from '../e2e/support/use-aside.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

describe.each(FAMILIES)('a damaged database in %s', (family) => {
  let stored: string;
  const outcomes: string[] = [];
  beforeAll(async () => {
    stored = await makeStoredChats(family);
  });
  afterAll(async () => {
    await rm(stored, { recursive: true, force: true });
    console.log(`${family}:\n${outcomes.join('\n')}`);
  });

  test.each(SEEDS)('seed %i: the chat goes on, and nothing is lost without a word', async (seed) => {
    const survival = await surviveCorruption(family, stored, seed);
    outcomes.push(`${seed}. ${survival.damage}: ${survival.left} of 3 left. ${survival.banner}`);
    expectSurvival(survival);
  });
});
