/**
 * What Vega-Lite's aggregate of some values is; null where there is none, or where it is not worked out here (spread and
 * confidence, which no summary speaks of).
 */
export function aggregateOf(operation: string, values: readonly (number | null)[]): number | null {
  if (operation === 'count') return values.length;
  const said = values.filter((value) => value !== null);
  if (operation === 'valid') return said.length;
  if (operation === 'missing') return values.length - said.length;
  if (operation === 'distinct') return new Set(values).size;
  if (said.length === 0) return null;
  switch (operation) {
    case 'sum':
      return said.reduce((sum, value) => sum + value, 0);
    case 'product':
      return said.reduce((product, value) => product * value, 1);
    case 'mean':
    case 'average':
      return said.reduce((sum, value) => sum + value, 0) / said.length;
    case 'min':
      return said.reduce((least, value) => Math.min(least, value));
    case 'max':
      return said.reduce((most, value) => Math.max(most, value));
    case 'median':
      return quantile(said, 0.5);
    case 'q1':
      return quantile(said, 0.25);
    case 'q3':
      return quantile(said, 0.75);
    default:
      return null;
  }
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
