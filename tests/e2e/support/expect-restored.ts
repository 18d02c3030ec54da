import { expect } from 'vitest';
import { isNotOfFirefox } from './expect-survival.ts';
import type { Restored } from './restore-backup.ts';
import { STORED_CHATS } from './survive-corruption.ts';

/** Whatever was damaged, the question and the answer of every chat are there again. */
export function expectRestored({ damage, threads, problems }: Restored): void {
  STORED_CHATS.forEach((question, index) => {
    expect(threads[index], `${question} after ${damage}`).toContain(question);
    expect(threads[index], `${question} after ${damage}`).toContain('built-in reader');
  });
  expect(problems.filter(isNotOfFirefox), damage).toEqual([]);
}
