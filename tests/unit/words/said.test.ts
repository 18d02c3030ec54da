import { expect, it } from 'vitest';
import { said } from '../../../lib/words/said';

it('gives a text back as it is', () => {
  expect(said('not shown')).toBe('not shown');
});
