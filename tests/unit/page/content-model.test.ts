import { describe, expect, it } from 'vitest';
import { readModel, type FlatTree } from '../../../lib/page/reader/content-model';
import { boostTrees, runTrees } from '../../../scripts/bench-extract/boost-trees.ts';
import { flattenTree } from '../../../scripts/bench-extract/flatten-tree.ts';

const stump = (feature: number, below: number, above: number): FlatTree => [
  [feature, -1, -1],
  [0.5, below, above],
];

describe('readModel', () => {
  it('adds up the leaves that a block falls into', () => {
    const chance = readModel([stump(0, -1, 1), stump(1, 3, -3)]);
    expect(chance([0, 1])).toBeCloseTo(1 / (1 + Math.exp(4)));
    expect(chance([0.5, 0.4])).toBeCloseTo(1 / (1 + Math.exp(-4)));
  });

  it('says of trained trees what the training says of them', () => {
    const features = Array.from({ length: 300 }, (_, row) => [row % 7, row % 11, row]);
    const wanted = features.map(([a = 0, b = 0]) => (a > 3 !== b > 5 ? 1 : 0));
    const options = { trees: 5, depth: 4, rate: 0.3, leaf: 1, share: 1, ridge: 1, pages: 1 };
    const rows = { features, wanted, weights: features.map(() => 1), groups: features.map((_, row) => row % 9) };
    const trees = boostTrees(rows, options);
    const chance = readModel(trees.map(flattenTree));
    for (const row of features) expect(chance(row)).toBeCloseTo(1 / (1 + Math.exp(-runTrees(trees, row))), 2);
  });
});
