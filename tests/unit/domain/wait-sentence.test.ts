import { expect, it } from 'vitest';
import { waitSentence } from '../../../lib/domain/wait-sentence';

it.each([
  [undefined, null],
  [0, null],
  [0.4, 'It asks to wait 1 second.'],
  [89, 'It asks to wait 89 seconds.'],
  [90, 'It asks to wait 2 minutes.'],
  [5_400, 'It asks to wait 2 hours.'],
  [400_000, 'It asks to wait 5 days.'],
])('%s seconds are told in the unit that a person would use', (seconds, words) => {
  expect(waitSentence(seconds)).toBe(words);
});
