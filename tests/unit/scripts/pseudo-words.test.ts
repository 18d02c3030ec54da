import { expect, it } from 'vitest';
import { pseudoWords } from '../../../scripts/build/pseudo-words';

const said = (...items: unknown[]) => JSON.parse(pseudoWords(JSON.stringify(items))) as unknown[];

it('puts texts into brackets, with accents, 40 % longer', () => {
  const english = 'The answer could not be stored.';
  const [text] = said(english) as [string];
  expect(text).toMatch(/^\[Thé àñšwér .*\]$/);
  expect(text.length).toBeGreaterThanOrEqual(Math.round(english.length * 1.4));
});

it('keeps the holes of a text and of each form of a plural', () => {
  expect(said([0, ' of ', 1])).toEqual([['[', 0, ' öf ', 1, ' ·]']]);
  expect(said(['One of {0}', '# of {0}'])).toEqual([['[Öñé öf {0} ··]', '[# öf {0} ·]']]);
});

it('keeps what stands within marks', () => {
  expect(said(['Read ', [0, 'this'], '.'])).toEqual([['[Réàd ', [0, 'thîš'], '. ··]']]);
});
