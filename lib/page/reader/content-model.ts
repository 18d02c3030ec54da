import model from './content-model.json' with { type: 'json' };

/** A tree in arrays: inner nodes have a feature (else -1) and go left below the threshold; leaves have a value. */
interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  /** Index of the left child; the right one follows it. */
  readonly left: readonly number[];
  readonly value: readonly number[];
}

/** The chance, 0 to 1, that a block with these features (see featuresOf) belongs to its page's content. */
export function contentChance(features: readonly number[], trees: readonly Tree[] = model): number {
  const score = trees.reduce((sum, tree) => sum + leafOf(tree, features), 0);
  return 1 / (1 + Math.exp(-score));
}

function leafOf(tree: Tree, features: readonly number[]): number {
  let node = 0;
  for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1) {
    const left = tree.left[node] ?? 0;
    node = (features[feature] ?? 0) < (tree.threshold[node] ?? 0) ? left : left + 1;
  }
  return tree.value[node] ?? 0;
}
