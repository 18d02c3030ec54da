import model from './content-model.json' with { type: 'json' };

/**
 * A tree, its nodes level by level from the top, as two lists: for an inner node the index of its feature and the
 * threshold below which the left child follows, for a leaf -1 and its value. The children of the n-th inner node are the
 * nodes 2n - 1 and 2n, counted from 0.
 */
export type FlatTree = readonly [features: readonly number[], values: readonly number[]];

interface Tree {
  readonly features: readonly number[];
  readonly values: readonly number[];
  /** Of an inner node its left child; the right one is the next. */
  readonly children: readonly number[];
}

/** Reads flat trees; the result tells the chance, 0 to 1, that a block with these features is its page's content. */
export function readModel(flat: readonly FlatTree[]): (features: readonly number[]) => number {
  const trees = flat.map(readTree);
  return (features) => {
    let score = 0;
    for (const tree of trees) score += leafOf(tree, features);
    return 1 / (1 + Math.exp(-score));
  };
}

let shipped: ((features: readonly number[]) => number) | null = null;

/** The chance, 0 to 1, that a block with these features (see featuresOf) belongs to its page's content. */
export function contentChance(features: readonly number[]): number {
  shipped ??= readModel(model as unknown as readonly FlatTree[]);
  return shipped(features);
}

function readTree([features, values]: FlatTree): Tree {
  let inner = 0;
  const children = features.map((feature) => (feature < 0 ? 0 : 2 * ++inner - 1));
  return { features, values, children };
}

function leafOf({ features, values, children }: Tree, row: readonly number[]): number {
  let node = 0;
  for (let feature = features[0] ?? -1; feature >= 0; feature = features[node] ?? -1) {
    const left = children[node] ?? 0;
    node = (row[feature] ?? 0) < (values[node] ?? 0) ? left : left + 1;
  }
  return values[node] ?? 0;
}
