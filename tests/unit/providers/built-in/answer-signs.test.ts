import { expect, test } from 'vitest';
import { counts, showsAnswer } from '../../../../lib/providers/built-in/answer-signs';
import { languageOf } from '../../../../lib/providers/built-in/languages';

test.each([
  ['date', 'It opened on 19 March 1932.', true],
  ['date', 'Am 3. Oktober war Schluss.', true],
  ['date', 'It opened early.', false],
  ['money', 'A ticket costs $4.', true],
  ['money', 'Der Eintritt ist frei.', true],
  ['money', 'There are 4 towers.', false],
  ['duration', 'The walk takes 35 minutes.', true],
  ['duration', 'バスで40分', true],
  ['duration', 'It has 35 steps.', false],
  ['number', 'twelve villages', true],
  ['number', 'some villages', false],
  ['person', 'It was Josiah Marlowe.', true],
  ['person', 'It was the engineer.', false],
  ['reason', 'because it splits', true],
] as const)('a sign of a %s in "%s": %s', (kind, text, shows) => {
  expect(showsAnswer(kind, text)).toBe(shows);
});

test('how something is done has no sign', () => {
  expect(showsAnswer('manner', 'Turn it.')).toBeNull();
});

test('sees what a number counts', () => {
  const english = languageOf('en');
  expect(counts('The events will be for 40 people.', 'person', english)).toBe(true);
  expect(counts('People came in 1932.', 'person', english)).toBe(false);
});
