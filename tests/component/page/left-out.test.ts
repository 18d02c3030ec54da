import { expect, it } from 'vitest';
import { createLeftOutLog } from '../../../lib/page/reader/left-out';

it('counts all pieces with text, and keeps the first hundred, tidied and cut', () => {
  const log = createLeftOutLog();
  log.add('clipped', '  \n ');
  log.add('tiny', ' two\n\n words ');
  for (let index = 0; index < 150; index += 1) log.add('covered', 'x'.repeat(1_000));
  const { count, pieces } = log.result;
  expect(count).toBe(151);
  expect(pieces).toHaveLength(100);
  expect(pieces[0]).toEqual({ reason: 'tiny', text: 'two words' });
  expect(pieces[1]?.text).toHaveLength(300);
});
