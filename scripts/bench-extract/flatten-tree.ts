import type { FlatTree } from '../../lib/page/reader/content-model.ts';
import type { Tree } from './boost-trees.ts';

/** A grown tree in the form that the reader ships; leaves are rounded to three digits. */
export function flattenTree({ feature, threshold, value }: Tree): FlatTree {
  const values = feature.map((own, node) =>
    own < 0 ? Number((value[node] ?? 0).toPrecision(3)) : (threshold[node] ?? 0),
  );
  return [feature, values];
}
