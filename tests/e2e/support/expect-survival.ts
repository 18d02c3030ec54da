import { expect } from 'vitest';
import { STORED_CHATS, type Survival } from './survive-corruption.ts';

/** Whatever was damaged, questions are answered, and no chat is lost without a word. */
export function expectSurvival({ damage, left, banner, answers, problems }: Survival): void {
  for (const answer of answers) expect(answer, damage).toContain('built-in reader');
  if (left.length < STORED_CHATS.length)
    expect(banner, damage).toMatch(/stored chats? (is|are) gone|could not be used/);
  expect(problems, damage).toEqual([]);
}
