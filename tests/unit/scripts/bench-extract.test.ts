import { describe, expect, it } from 'vitest';
import { boostTrees, runTrees } from '../../../scripts/bench-extract/boost-trees.ts';
import { labelBlocks } from '../../../scripts/bench-extract/label-blocks.ts';
import { scoreText } from '../../../scripts/bench-extract/score.ts';

describe('scoreText', () => {
  it('compares multisets of words whatever their case', () => {
    expect(scoreText('The cat. The dog', 'the CAT the bird!').f1).toBeCloseTo(0.75);
    expect(scoreText('', '').f1).toBe(1);
    expect(scoreText('a', '').f1).toBe(0);
  });
});

describe('labelBlocks', () => {
  it('hands the wanted words to the blocks that run like the wanted text', () => {
    const wanted = 'Welcome home. The lamp burned rapeseed oil until the year 1923.';
    const labels = labelBlocks(
      ['Home', 'The lamp burned rapeseed oil until the year 1923.', 'Sign up for the newsletter today', 'Home'],
      wanted,
    );
    expect(labels).toEqual([1, 1, 0, 0]);
  });
});

describe('boostTrees', () => {
  it('learns what depends on two features at once', () => {
    const features = Array.from({ length: 400 }, (_, row) => [row % 2, Math.floor(row / 2) % 2, row]);
    const wanted = features.map(([a, b]) => (a === 1 && b === 1 ? 1 : 0));
    const options = { trees: 30, depth: 3, rate: 0.3, leaf: 1, share: 1, ridge: 1, pages: 1 };
    const groups = features.map((_, row) => row);
    const trees = boostTrees({ features, wanted, weights: features.map(() => 1), groups }, options);
    expect(runTrees(trees, [1, 1, 50])).toBeGreaterThan(1);
    expect(runTrees(trees, [1, 0, 50])).toBeLessThan(-1);
  });
});
