import { expect } from 'vitest';
import { STORED_CHATS, type Survival } from './survive-corruption.ts';

/** Whatever was damaged, questions are answered, and no chat is lost without a word. */
export function expectSurvival({ damage, left, banner, answers, problems }: Survival): void {
  for (const answer of answers) expect(answer, damage).toContain('built-in reader');
  if (left < STORED_CHATS.length)
    expect(banner, damage).toMatch(/stored chats? (is|are) gone|could not be (used|read)/);
  expect(problems.filter(isNotOfFirefox), damage).toEqual([]);
}

/** In Firefox the `result` of a value that cannot be decoded throws, within the listener of the library that reads it. */
export function isNotOfFirefox(problem: unknown): boolean {
  return !JSON.stringify(problem).includes('InvalidStateError: An attempt was made to use an object that is not');
}
