/** Rows to learn from: features, what is wanted (0 to 1) and how much the row counts. */
export interface Rows {
  readonly features: readonly (readonly number[])[];
  readonly wanted: readonly number[];
  readonly weights: readonly number[];
  /** Which page a row is of: each tree learns from some of the pages. */
  readonly groups: readonly number[];
}

/** A tree in arrays: inner nodes have a feature (else -1), go left below the threshold; leaves have a value. */
export interface Tree {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly value: number[];
}

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Smallest sum of weights in a leaf. */
  readonly leaf: number;
  /** Share of features that each tree may use. */
  readonly share: number;
  readonly ridge: number;
  /** Share of pages that each tree learns from. */
  readonly pages: number;
  readonly seed?: number;
}

const BINS = 48;

/** Gradient-boosted trees for logistic loss (Friedman 2001; histograms as in LightGBM), small enough to ship. */
export function boostTrees(rows: Rows, options: BoostOptions): Tree[] {
  const count = rows.features.length;
  const width = rows.features[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, feature) =>
    edgesOf(rows.features.map((row) => row[feature] ?? 0)),
  );
  const bins = edges.map((cuts, feature) =>
    Uint8Array.from(rows.features, (row) => binOf(cuts, row[feature] ?? 0)),
  );
  const all = Int32Array.from({ length: count }, (_, row) => row);
  const weights = Float64Array.from(rows.weights);
  const pageCount = rows.groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const scores = new Float64Array(count);
  const gradients = new Float64Array(count);
  const curvatures = new Float64Array(count);
  const random = createRandom(options.seed ?? 7);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round += 1) {
    for (let row = 0; row < count; row += 1) {
      const chance = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      const weight = rows.weights[row] ?? 0;
      gradients[row] = weight * (chance - (rows.wanted[row] ?? 0));
      curvatures[row] = weight * Math.max(1e-6, chance * (1 - chance));
    }
    const usable = Array.from({ length: width }, (_, feature) => feature).filter(() => random() < options.share);
    const taken = Uint8Array.from({ length: pageCount }, () => Number(random() < options.pages));
    const used = all.filter((row) => taken[rows.groups[row] ?? 0] === 1);
    const tree = growTree(bins, edges, usable, gradients, curvatures, weights, used, options);
    for (let row = 0; row < count; row += 1)
      scores[row] = (scores[row] ?? 0) + runTree(tree, rows.features[row] ?? []);
    trees.push(tree);
  }
  return trees;
}

/** The sum of the trees' leaves for one row: above 0 means more likely wanted than not. */
export function runTrees(trees: readonly Tree[], row: readonly number[]): number {
  return trees.reduce((sum, tree) => sum + runTree(tree, row), 0);
}

function runTree(tree: Tree, row: readonly number[]): number {
  let node = 0;
  for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1) {
    const left = tree.left[node] ?? 0;
    node = (row[feature] ?? 0) < (tree.threshold[node] ?? 0) ? left : left + 1;
  }
  return tree.value[node] ?? 0;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

function growTree(
  bins: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  usable: readonly number[],
  gradients: Float64Array,
  curvatures: Float64Array,
  weights: Float64Array,
  used: Int32Array,
  { depth, rate, leaf, ridge }: BoostOptions,
): Tree {
  const tree: Tree = { feature: [-1], threshold: [0], left: [0], value: [0] };
  let front: { node: number; rows: Int32Array }[] = [{ node: 0, rows: used }];
  for (let level = 0; front.length > 0; level += 1) {
    const next: typeof front = [];
    for (const { node, rows } of front) {
      let gradient = 0;
      let curvature = 0;
      for (const row of rows) {
        gradient += gradients[row] ?? 0;
        curvature += curvatures[row] ?? 0;
      }
      tree.value[node] = round((-rate * gradient) / (curvature + ridge));
      const split = level < depth ? bestSplit(rows, gradient, curvature) : null;
      if (split === null) continue;
      const column = bins[split.feature] ?? new Uint8Array();
      tree.feature[node] = split.feature;
      tree.threshold[node] = edges[split.feature]?.[split.bin] ?? 0;
      tree.left[node] = tree.feature.length;
      for (const part of [
        rows.filter((row) => (column[row] ?? 0) <= split.bin),
        rows.filter((row) => (column[row] ?? 0) > split.bin),
      ]) {
        next.push({ node: tree.feature.length, rows: part });
        tree.feature.push(-1);
        tree.threshold.push(0);
        tree.left.push(0);
        tree.value.push(0);
      }
    }
    front = next;
  }
  return tree;

  function bestSplit(rows: Int32Array, gradient: number, curvature: number): Split | null {
    let best: Split | null = null;
    const base = gradient ** 2 / (curvature + ridge);
    const sums = new Float64Array(BINS * 3);
    let total = 0;
    for (const row of rows) total += weights[row] ?? 0;
    if (total < 2 * leaf) return null;
    for (const feature of usable) {
      const column = bins[feature] ?? new Uint8Array();
      sums.fill(0);
      for (let at = 0; at < rows.length; at += 1) {
        const row = rows[at] as number;
        const bin = (column[row] as number) * 3;
        sums[bin] = (sums[bin] as number) + (gradients[row] as number);
        sums[bin + 1] = (sums[bin + 1] as number) + (curvatures[row] as number);
        sums[bin + 2] = (sums[bin + 2] as number) + (weights[row] as number);
      }
      let left = [0, 0, 0] as [number, number, number];
      for (let bin = 0; bin < (edges[feature]?.length ?? 0); bin += 1) {
        left = [
          left[0] + (sums[bin * 3] ?? 0),
          left[1] + (sums[bin * 3 + 1] ?? 0),
          left[2] + (sums[bin * 3 + 2] ?? 0),
        ];
        if (left[2] < leaf || total - left[2] < leaf) continue;
        const gain =
          left[0] ** 2 / (left[1] + ridge) + (gradient - left[0]) ** 2 / (curvature - left[1] + ridge) - base;
        if (gain > (best?.gain ?? 1e-4)) best = { gain, feature, bin };
      }
    }
    return best;
  }
}

/** Thresholds between bins of about the same size. */
function edgesOf(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) {
    const edge = round(sorted[Math.floor((bin * sorted.length) / BINS)] ?? 0);
    if (edge > (sorted[0] ?? 0)) edges.add(edge);
  }
  return [...edges].sort((a, b) => a - b);
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Four digits are plenty, and keep the file small. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
