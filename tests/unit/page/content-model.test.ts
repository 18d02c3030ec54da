import { describe, expect, it } from 'vitest';
import { contentChance } from '../../../lib/page/reader/content-model';

const stump = (feature: number, below: number, above: number) => ({
  feature: [feature, -1, -1],
  threshold: [0.5, 0, 0],
  left: [1, 0, 0],
  value: [0, below, above],
});

describe('contentChance', () => {
  it('adds up the leaves that a block falls into', () => {
    const trees = [stump(0, -1, 1), stump(1, 3, -3)];
    expect(contentChance([0, 1], trees)).toBeCloseTo(1 / (1 + Math.exp(4)));
    expect(contentChance([0.5, 0.4], trees)).toBeCloseTo(1 / (1 + Math.exp(-4)));
  });
});
