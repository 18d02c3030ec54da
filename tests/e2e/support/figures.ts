/** Numbers of many runs in a line: how many, median, largest. */
export function figures(name: string, values: readonly number[], unit = 'ms'): string {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return `${name}: n ${sorted.length}, median ${median.toFixed(0)} ${unit}, max ${(sorted.at(-1) ?? NaN).toFixed(0)} ${unit}`;
}
